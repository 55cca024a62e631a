package com.foobar.web.search;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Indexes the stories that were stored before the index existed. The progress is in the database, in a row that is
 * locked during a step: so instances take turns, and after a restart indexing continues where it was.
 */
@Component
class TermFill {

    /**
     * The number of stories of a step. It is small, so that a step is short: an author who changes one of these stories
     * waits until the step ends.
     */
    private static final int STEP = 20;

    private record Story(long id, boolean published, String title, String body) {}

    private final JdbcClient database;
    private final TermIndex index;

    TermFill(JdbcClient database, TermIndex index) {
        this.database = database;
        this.index = index;
    }

    /**
     * Indexes the next few stories.
     *
     * @return false if there are no more stories
     */
    @Transactional
    boolean step() {
        long last = database.sql("select if(done, -1, last_story_id) from story_term_fill where id = 1 for update")
                .query(Long.class).single();
        if (last < 0) {
            return false;
        }
        List<Story> stories = database.sql("""
                select id, published_at is not null as published, title, body from story where id > :last
                order by id limit :limit lock in share mode""").param("last", last).param("limit", STEP)
                .query((row, _) -> new Story(row.getLong("id"), row.getBoolean("published"), row.getString("title"),
                        row.getString("body")))
                .list();
        stories.stream().filter(Story::published).forEach(story -> index.write(story.id(), story.title(), story
                .body()));
        boolean done = stories.size() < STEP;
        database.sql("update story_term_fill set last_story_id = :last, done = :done where id = 1")
                .param("last", stories.isEmpty() ? last : stories.getLast().id()).param("done", done).update();
        return !done;
    }
}

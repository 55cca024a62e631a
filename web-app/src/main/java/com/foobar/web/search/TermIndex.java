package com.foobar.web.search;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.foobar.web.markdown.Markdown;

/** Keeps the terms of published stories in the database. */
@Component
public class TermIndex {

    private final JdbcClient database;
    private final Markdown markdown;

    TermIndex(JdbcClient database, Markdown markdown) {
        this.database = database;
        this.markdown = markdown;
    }

    /**
     * Replaces the terms of a published story. The current transaction must have locked or stored the story.
     *
     * @param body Markdown
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(long storyId, String title, String body) {
        write(storyId, terms(title, body));
    }

    /**
     * Replaces the terms of a published story. The current transaction must have locked or stored the story.
     *
     * @param terms what {@link #terms} returned for the story
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(long storyId, String terms) {
        if (terms.isEmpty()) {
            database.sql("delete from story_term where story_id = :story").param("story", storyId).update();
        } else {
            database.sql("replace into story_term (story_id, terms) values (:story, :terms)").param("story", storyId)
                    .param("terms", terms).update();
        }
    }

    /**
     * Returns the terms of a text, separated by spaces; empty if the text has no letter of a script without spaces,
     * like most stories. The markup is removed first, because it may stand in the middle of a word.
     *
     * @param body Markdown
     */
    public String terms(String title, String body) {
        return Terms.any(title) || Terms.any(body) ? Terms.of(title + "\n\n" + markdown.plain(body)) : "";
    }
}

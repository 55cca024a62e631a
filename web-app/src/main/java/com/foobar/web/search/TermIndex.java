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
     * Writes the terms of a published story anew, in the transaction that has locked or made it.
     *
     * @param body Markdown
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(long storyId, String title, String body) {
        write(storyId, terms(title, body));
    }

    /** The same with the {@link #terms} that were found before. */
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
     * The terms of a text. The markup is taken off, since it may stand in the middle of a word; most stories have no
     * such letter and no need.
     */
    public String terms(String title, String body) {
        return Terms.any(title) || Terms.any(body) ? Terms.of(title + "\n\n" + markdown.plain(body)) : "";
    }
}

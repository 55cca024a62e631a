package com.foobar.web.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.foobar.web.account.AccountGoneException;
import com.foobar.web.sql.SqlTimes;
import com.foobar.web.sql.Statements;

/** Stores, locks and deletes the rows of comments. */
@Component
class CommentRepository {

    private final JdbcClient database;

    CommentRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * Stores a new comment and returns its identifier.
     *
     * @throws AccountGoneException if the author's account was deleted
     * @throws DataIntegrityViolationException if the story was deleted
     */
    long insert(long story, long author, String body, Instant now) {
        return Statements.insertIfAny(database.sql("""
                insert into story_comment (story_id, author_id, body, created_at, hidden, version)
                select :story, id, :body, :now, false, 0 from account where id = :author
                """).param("story", story).param("body", body).param("now", SqlTimes.column(now))
                .param("author", author)).orElseThrow(AccountGoneException::new);
    }

    /** Changes the text of a comment that this transaction has locked. */
    void edit(CommentRow comment, String body, Instant now) {
        Statements.updateOne(database.sql("""
                update story_comment set body = :body, edited_at = :now, version = version + 1 where id = :id
                """).param("body", body).param("now", SqlTimes.column(now)).param("id", comment.id()));
    }

    /** Hides or shows a comment that this transaction has locked. */
    void hide(CommentRow comment, boolean hidden) {
        Statements.updateOne(database.sql("""
                update story_comment set hidden = :hidden, version = version + 1 where id = :id
                """).param("hidden", hidden).param("id", comment.id()));
    }

    /** Deletes a comment that this transaction has locked. */
    void delete(CommentRow comment) {
        Statements.updateOne(database.sql("delete from story_comment where id = :id").param("id", comment.id()));
    }

    /** Returns a comment of a story and locks it: no other transaction can change it until this one ends. */
    Optional<CommentRow> lock(long id, long story) {
        return database.sql("""
                select id, author_id, hidden, version from story_comment where id = :id and story_id = :story for update
                """).param("id", id).param("story", story).query((row, _) -> comment(row)).optional();
    }

    private static CommentRow comment(ResultSet row) throws SQLException {
        return new CommentRow(row.getLong("id"), row.getObject("author_id", Long.class), row.getBoolean("hidden"),
                row.getLong("version"));
    }
}

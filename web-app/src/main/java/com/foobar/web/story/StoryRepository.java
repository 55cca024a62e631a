package com.foobar.web.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.foobar.web.account.AccountGoneException;
import com.foobar.web.sql.SqlTimes;
import com.foobar.web.sql.Statements;

/** Stores, locks and deletes the rows of stories. */
@Component
class StoryRepository {

    private final JdbcClient database;

    StoryRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * Stores a new draft without an address: an address needs the identifier that the database generates.
     *
     * @throws AccountGoneException if the author's account was deleted
     */
    StoryRow insert(long author, StoryText text, String excerpt, Instant now) {
        long id = Statements.insertIfAny(database.sql("""
                insert into story (author_id, title, slug, body, excerpt, created_at, updated_at, version)
                select id, :title, '', :body, :excerpt, :now, :now, 0 from account where id = :author
                """).param("title", text.title()).param("body", text.body()).param("excerpt", excerpt)
                .param("now", SqlTimes.column(now)).param("author", author)).orElseThrow(AccountGoneException::new);
        return new StoryRow(id, author, text.title(), "", text.body(), excerpt, now, null, 0);
    }

    /** Stores a story that this transaction has locked or inserted, with the next version. */
    void update(StoryRow story) {
        Statements.updateOne(database.sql("""
                update story set title = :title, slug = :slug, body = :body, excerpt = :excerpt, updated_at = :updated,
                  published_at = :published, version = version + 1
                where id = :id
                """).param("title", story.title()).param("slug", story.slug()).param("body", story.body())
                .param("excerpt", story.excerpt()).param("updated", SqlTimes.column(story.updatedAt()))
                .param("published", SqlTimes.optionalColumn(story.publishedAt())).param("id", story.id()));
    }

    /** Deletes a story that this transaction has locked. */
    void delete(StoryRow story) {
        Statements.updateOne(database.sql("delete from story where id = :id").param("id", story.id()));
    }

    /**
     * Returns the story that has or had an address, and locks it: no other transaction can change it until this one
     * ends.
     */
    Optional<StoryRow> lock(String slug) {
        return Slug.isWellFormed(slug) ? lockWellFormed(slug) : Optional.empty();
    }

    private Optional<StoryRow> lockWellFormed(String slug) {
        return database.sql("""
                select s.id, s.author_id, s.title, s.slug, s.body, s.excerpt, s.updated_at, s.published_at, s.version
                from story s join story_slug g on g.story_id = s.id where g.slug = :slug for update
                """).param("slug", slug).query((row, _) -> story(row)).optional();
    }

    private static StoryRow story(ResultSet row) throws SQLException {
        return new StoryRow(row.getLong("id"), row.getObject("author_id", Long.class), row.getString("title"),
                row.getString("slug"), row.getString("body"), row.getString("excerpt"),
                SqlTimes.read(row, "updated_at"), SqlTimes.readOptional(row, "published_at"), row.getLong("version"));
    }
}

package com.foobar.web.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.foobar.web.paging.Cursor;
import com.foobar.web.sql.SqlTimes;

/**
 * Reads stories from the database. A list is one query that follows one index and also returns the authors and tags.
 */
@Component
class StoryQueries {

    private static final String COLUMNS = """
            select s.id, s.slug, s.title, s.excerpt, s.created_at, s.updated_at, s.published_at, s.version,
              a.id as account_id, a.username, a.display_name,
              (select group_concat(t.tag order by t.tag) from story_tag t where t.story_id = s.id) as tags
            """;

    private static final String AUTHOR = " left join account a on a.id = s.author_id ";

    /** The start of a list without a cursor: the last time that a column can hold. */
    private static final Cursor START = new Cursor(Instant.parse("9999-12-31T23:59:59.999999Z"), Long.MAX_VALUE);

    private final JdbcClient database;

    StoryQueries(JdbcClient database) {
        this.database = database;
    }

    List<StorySummary> newest(@Nullable Cursor after, int limit) {
        return list("select id from story where " + behind("published_at", "id"), after, limit, null);
    }

    List<StorySummary> byTag(String tag, @Nullable Cursor after, int limit) {
        return list("select story_id as id from story_tag where tag = :scope and "
                + behind("published_at", "story_id"), after, limit, tag);
    }

    List<StorySummary> byAuthor(long accountId, @Nullable Cursor after, int limit) {
        return list("select id from story where author_id = :scope and " + behind("published_at", "id"), after, limit,
                accountId);
    }

    List<StorySummary> drafts(long accountId, @Nullable Cursor after, int limit) {
        return list("select id from story where author_id = :scope and published_at is null and id < :id"
                + " order by id desc limit :limit", after, limit, accountId);
    }

    /**
     * Returns the stories that match, the most relevant first. If both indexes find a story, its relevance is the sum.
     *
     * @param words only words, see {@link SearchWords}
     * @param terms terms of scripts without spaces, see {@link com.foobar.web.search.Terms}; drafts have no terms
     * @param offset how many of the most relevant stories are left out
     */
    List<StorySummary> matching(String words, String terms, int offset, int limit) {
        return database.sql(COLUMNS + """
                from (
                  select id, sum(score) as score from (
                    select id, match (title, body) against (:words in natural language mode) as score from story
                    where match (title, body) against (:words in natural language mode) and published_at is not null
                    union all
                    select story_id, match (terms) against (:terms in boolean mode) from story_term
                    where match (terms) against (:terms in boolean mode)
                  ) matches group by id order by score desc, id desc limit :limit offset :offset
                ) found join story s on s.id = found.id
                """ + AUTHOR + "order by found.score desc, found.id desc").param("words", words).param("terms", terms)
                .param("limit", limit).param("offset", offset).query((row, _) -> StoryRowMapper.summary(row)).list();
    }

    /** Returns the story that has or had an address; it may be a draft. */
    Optional<StoryView> bySlug(String slug) {
        return bySlug(slug, ", s.body ", StoryRowMapper::story);
    }

    Optional<StorySummary> summaryBySlug(String slug) {
        return bySlug(slug, "", StoryRowMapper::summary);
    }

    private <T> Optional<T> bySlug(String slug, String further, RowReader<T> reader) {
        if (!Slug.isWellFormed(slug)) {
            return Optional.empty();
        }
        return database.sql(COLUMNS + further + "from story_slug g join story s on s.id = g.story_id" + AUTHOR
                + "where g.slug = :slug").param("slug", slug).query((row, _) -> reader.read(row)).optional();
    }

    /** Reads a view from a row. */
    private interface RowReader<T> {

        T read(ResultSet row) throws SQLException;
    }

    Map<Long, String> bodies(List<Long> ids) {
        HashMap<Long, String> bodies = new HashMap<>();
        database.sql("select id, body from story where id in (:ids)").param("ids", ids).query(row -> {
            bodies.put(row.getLong("id"), row.getString("body"));
        });
        return bodies;
    }

    /**
     * Returns the addresses of the published stories in a range of identifiers; the primary key stores these rows next
     * to each other.
     */
    List<StoryAddress> addresses(long first, long last) {
        return database.sql("select slug, updated_at from story where id between :first and :last"
                + " and published_at is not null order by id").param("first", first).param("last", last)
                .query((row, _) -> new StoryAddress(row.getString("slug"), SqlTimes.read(row, "updated_at")))
                .list();
    }

    /** Returns the highest identifier of a story, or 0 if there is no story. */
    long lastId() {
        return database.sql("select coalesce(max(id), 0) from story").query(Long.class).single();
    }

    StoryView byId(long id) {
        return find(id).orElseThrow();
    }

    Optional<StoryView> find(long id) {
        return database.sql(COLUMNS + ", s.body from story s" + AUTHOR + "where s.id = :id").param("id", id).query((row,
                _) -> StoryRowMapper.story(row)).optional();
    }

    /**
     * Returns a page of stories. A subquery finds the page in the index first: in one join with all columns, a server
     * tends to sort all rows.
     */
    private List<StorySummary> list(String page, @Nullable Cursor after, int limit, @Nullable Object scope) {
        Cursor start = after == null ? START : after;
        return database.sql(COLUMNS + "from (" + page + ") page join story s on s.id = page.id" + AUTHOR
                + "order by s.published_at desc, s.id desc").param("time", SqlTimes.column(start.time()))
                .param("id", start.id()).param("limit", limit).param("scope", scope)
                .query((row, _) -> StoryRowMapper.summary(row)).list();
    }

    /**
     * Returns the condition, order and limit for the rows after a cursor, on the last two columns of an index. The
     * condition compares each column, because MySQL does not use an index to seek by a comparison of row values.
     */
    private static String behind(String time, String id) {
        return "%1$s <= :time and (%1$s < :time or %2$s < :id) order by %1$s desc, %2$s desc limit :limit".formatted(
                time, id);
    }
}

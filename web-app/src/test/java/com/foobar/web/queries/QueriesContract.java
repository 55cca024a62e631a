package com.foobar.web.queries;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import com.foobar.replication.pair.DatabasePair;
import com.foobar.web.Site;
import com.foobar.web.queries.RecordedQueries.Null;
import com.foobar.web.queries.RecordedQueries.Query;
import com.foobar.web.queries.RecordedQueries.Recorder;
import com.foobar.web.schema.Schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QueriesContract {

    private static final int STORIES = 100_000;

    /** No page needs more queries than this, if it uses one query for each kind of content. */
    private static final int MOST_QUERIES = 8;

    /** More rows than a page shows or a small table holds, and far fewer than there are stories. */
    private static final long MANY_ROWS = 1_000;

    /**
     * Search words in a script without spaces: two letters and three letters that are in each story, and a word in
     * Latin script.
     */
    private static final String WORDS = "%E7%81%AF%E5%8F%B0%20%E7%81%AF%E5%8F%B0%E5%AE%88%20lighthouse";
    private static final String LETTER = "%E7%81%AF";

    private static final List<String> PAGES = List.of("/", "/stories/one-of-many", "/stories/new",
            "/stories/one-of-many/edit", "/drafts", "/tags", "/tags/common", "/authors/reader", "/search?q=lighthouse",
            "/search?q=" + WORDS, "/search?q=" + LETTER,
            "/feed.atom", "/tags/common/feed.atom", "/authors/reader/feed.atom", "/sitemap.xml", "/settings",
            "/settings/sessions", "/settings/tokens", "/infrastructure", "/api/v1/stories",
            "/api/v1/stories/one-of-many",
            "/api/v1/stories/one-of-many/comments", "/api/v1/stories?tag=common", "/api/v1/stories?author=reader",
            "/api/v1/stories?q=lighthouse", "/api/v1/me", "/api/v1/me/sessions");

    /** Statements that intentionally read many rows: a part of the statement, and the reason. */
    private static final Map<String, String> ON_PURPOSE = Map.of();

    private final DatabasePair pair;
    private Site site;
    private Recorder recorder;
    private String session;
    private final Map<String, Integer> withOneStory = new LinkedHashMap<>();
    private final Map<String, List<Query>> withManyStories = new LinkedHashMap<>();

    QueriesContract(DatabasePair pair) {
        this.pair = pair;
    }

    @BeforeAll
    void visitEachPageWithOneStoryAndWithMany() throws SQLException {
        pair.heal();
        pair.primary().execute("DROP DATABASE foobar", "CREATE DATABASE foobar");
        site = Site.start(pair, "web-app-8", RecordedQueries.class);
        await().until(() -> site.bean(Schema.class).ready());
        recorder = site.bean(Recorder.class);
        session = site.signUp("reader");
        site.submit("/stories", session, Map.of("title", "One of many", "tags", "common",
                "body", "There is a lighthouse in each of these stories: 灯台守の話。"));
        pair.primary().execute("""
                INSERT INTO foobar.story_comment (story_id, author_id, body, created_at, hidden, version)
                SELECT id, author_id, 'First', created_at, FALSE, 0 FROM foobar.story""");
        for (String page : PAGES) {
            withOneStory.put(page, visit(page).size());
        }
        makeMany();
        for (String page : PAGES) {
            withManyStories.put(page, visit(page));
        }
    }

    private void makeMany() throws SQLException {
        ArrayList<String> statements = new ArrayList<>();
        for (int stories = 1; stories < STORIES; stories *= 2) {
            statements
                    .add("""
                            INSERT INTO foobar.story (author_id, title, slug, body, excerpt, created_at, updated_at, \
                            published_at, version)
                            SELECT author_id, CONCAT(title, ' ', id), CONCAT('copy-', UUID()), \
                            CONCAT(body, ' ', HEX(id * 7919)), excerpt,
                              created_at, updated_at, published_at - INTERVAL id + %1$d SECOND, 0
                            FROM foobar.story ORDER BY id LIMIT %1$d"""
                            .formatted(Math.min(stories, STORIES - stories)));
        }
        statements.add("""
                INSERT INTO foobar.story_term SELECT copy.id, term.terms FROM foobar.story copy, foobar.story_term term
                WHERE copy.id <> term.story_id""");
        statements.add("INSERT INTO foobar.story_slug SELECT slug, id FROM foobar.story WHERE slug LIKE 'copy-%'");
        statements.add("""
                INSERT INTO foobar.story_tag SELECT id, CONCAT('tag-', id % 50), published_at FROM foobar.story""");
        statements.add("""
                INSERT IGNORE INTO foobar.story_tag SELECT id, 'common', published_at FROM foobar.story""");
        statements.add("""
                INSERT INTO foobar.story_comment (story_id, author_id, body, created_at, hidden, version)
                SELECT original.id, story.author_id, 'One more', story.created_at, FALSE, 0
                FROM foobar.story, (SELECT MIN(id) AS id FROM foobar.story) original LIMIT 10000""");
        statements.add("ANALYZE TABLE foobar.story, foobar.story_slug, foobar.story_tag, foobar.story_comment, "
                + "foobar.story_term");
        pair.primary().execute(statements.toArray(String[]::new));
    }

    private List<Query> visit(String page) {
        recorder.take();
        HttpResponse<String> answer = site.get(page, "Cookie", session);
        assertThat(answer.statusCode()).as(page).isEqualTo(200);
        return recorder.take();
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @Test
    void eachPageAsksTheSameNumberOfQueriesHoweverMuchThereIs() {
        withManyStories.forEach((page, queries) -> assertThat(queries).as(page)
                .hasSize(withOneStory.get(page)).hasSizeLessThanOrEqualTo(MOST_QUERIES));
    }

    @Test
    void noPageReadsAWholeTable() throws SQLException {
        Set<Query> asked = new LinkedHashSet<>();
        withManyStories.values().forEach(asked::addAll);
        assertThat(asked).isNotEmpty();
        ArrayList<String> wrong = new ArrayList<>();
        try (Connection connection = pair.primary().administer()) {
            connection.setCatalog("foobar");
            for (Query query : asked) {
                if (query.sql().strip().toLowerCase(Locale.ROOT).startsWith("select")) {
                    explain(connection, query).stream()
                            .filter(step -> ON_PURPOSE.keySet().stream().noneMatch(query.sql()::contains))
                            .forEach(step -> wrong.add(step + "\n  in " + query));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Returns the steps of the server's plan that read many more rows than they return. */
    private static List<String> explain(Connection connection, Query query) throws SQLException {
        ArrayList<String> steps = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("EXPLAIN FORMAT=TRADITIONAL " + query.sql())) {
            for (int i = 0; i < query.parameters().size(); i++) {
                Object value = query.parameters().get(i);
                statement.setObject(i + 1, value == Null.VALUE ? null : value);
            }
            try (ResultSet plan = statement.executeQuery()) {
                while (plan.next()) {
                    String type = String.valueOf(plan.getString("type"));
                    String extra = String.valueOf(plan.getString("Extra"));
                    long rows = plan.getLong("rows");
                    boolean whole = type.equals("ALL") || (type.equals("index") && !extra.contains("group-by"));
                    // A list that ends after one page reads only the beginning of an index, although the plan counts
                    // the whole index.
                    boolean ends = type.equals("index") && query.sql().toLowerCase(Locale.ROOT).contains("limit")
                            && !extra.contains("filesort") && !extra.contains("temporary");
                    boolean sorts = extra.contains("filesort") || extra.contains("temporary");
                    if (rows > MANY_ROWS && ((whole && !ends) || sorts)) {
                        steps.add("%s of %s: %d rows by %s, %s".formatted(type, plan.getString("table"), rows,
                                plan.getString("key"), extra));
                    }
                }
            }
        }
        return steps;
    }
}

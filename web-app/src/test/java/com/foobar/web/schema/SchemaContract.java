package com.foobar.web.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.foobar.replication.pair.DatabasePair;
import com.foobar.web.Site;

import static com.foobar.replication.pair.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

abstract class SchemaContract {

    private final DatabasePair pair;

    SchemaContract(DatabasePair pair) {
        this.pair = pair;
    }

    @Test
    void twoInstancesThatStartAtOnceMakeOneSchema() throws SQLException {
        pair.heal();
        pair.primary().execute("DROP DATABASE foobar", "CREATE DATABASE foobar");

        List<Site> sites = startAtOnce("web-app-4", "web-app-5");
        try {
            await().until(() -> sites.stream().allMatch(site -> site.bean(Schema.class).ready()));
            assertThat(sites)
                    .allSatisfy(site -> assertThat(site.publish("Same", "Schema").statusCode()).isEqualTo(303));
        } finally {
            sites.forEach(Site::close);
        }
    }

    @Test
    void draftsOfAnEarlierVersionGetAddressesThatTellNothing() throws SQLException {
        pair.heal();
        pair.primary().execute("DROP DATABASE foobar", "CREATE DATABASE foobar");
        migrateTo("2?");
        pair.primary().execute("USE foobar", """
                INSERT INTO story (id, title, slug, body, excerpt, created_at, updated_at, published_at, version) VALUES
                (1, 'Secret', 'secret', '', '', '2026-01-01', '2026-01-01', NULL, 3),
                (2, 'Other', 'other', '', '', '2026-01-01', '2026-01-01', NULL, 0),
                (3, 'Known', 'known', '', '', '2026-01-01', '2026-01-01', '2026-01-01', 0)""",
                "INSERT INTO story_slug VALUES ('secret', 1), ('other', 2), ('known', 3), ('formerly-known', 3)");

        try (Site site = Site.start(pair, "web-app-6")) {
            await().until(() -> site.bean(Schema.class).ready());
            JdbcClient database = site.bean(JdbcClient.class);
            assertThat(database.sql("""
                    select g.slug from story s join story_slug g on g.story_id = s.id and g.slug = s.slug
                    where s.published_at is null""").query(String.class).list()).hasSize(2).doesNotHaveDuplicates()
                    .allSatisfy(slug -> assertThat(slug).matches("draft-[0-9a-f]{32}"));
            assertThat(database.sql("select slug from story_slug where slug not like 'draft-%' order by slug")
                    .query(String.class).list()).containsExactly("formerly-known", "known");
            assertThat(database.sql("select slug from story where published_at is not null").query(String.class)
                    .list()).containsExactly("known");
            assertThat(site.publish("Secret", "Body").headers().firstValue("Location")).hasValue("/stories/secret");
        }
    }

    @Test
    void whatAnInstanceOfAnEarlierVersionCountsIsKeptForAnHourInAnyTimeZone() throws SQLException {
        pair.heal();
        pair.primary().execute("DROP DATABASE foobar", "CREATE DATABASE foobar");

        migrateTo("5");
        pair.primary().execute("USE foobar", "SET time_zone = '-09:00'",
                "INSERT INTO throttle (subject, window_start, attempts) VALUES (repeat('a', 32), utc_timestamp(6), 1)");

        try (Connection connection = pair.primary().administer();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT timestampdiff(minute, window_start, expires_at) FROM foobar.throttle")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isBetween(59, 61);
        }
    }

    /** Schema version 1 stands for a site of an earlier version. */
    @Test
    void storiesOfAnEarlierVersionAreFoundByWordsInThemOnceTwoInstancesHaveStarted() throws SQLException {
        pair.heal();
        pair.primary().execute("DROP DATABASE foobar", "CREATE DATABASE foobar");
        migrateTo("1");
        pair.primary().execute("""
                INSERT INTO foobar.story (title, slug, body, excerpt, created_at, updated_at, published_at, version)
                VALUES ('Earlier', 'earlier', '東京の灯台', '', NOW(), NOW(), NOW(), 0),
                  ('Draft', 'draft', '東京の灯台', '', NOW(), NOW(), NULL, 0)""");

        List<Site> sites = startAtOnce("web-app-4", "web-app-5");
        try {
            await().until(() -> sites.stream().allMatch(site -> site.bean(Schema.class).ready()));
            // The pause keeps the number of searches within the limit of one address.
            await().pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(sites).allSatisfy(site -> assertThat(site.get(
                            "/api/v1/search?q=%E7%81%AF%E5%8F%B0").body()).contains("Earlier")
                                    .doesNotContain("Draft")));
        } finally {
            sites.forEach(Site::close);
        }
    }

    private void migrateTo(String version) {
        Flyway.configure().dataSource(pair.primary().url(), pair.migration().username(), pair.migration().password())
                .target(version).load().migrate();
    }

    /**
     * Starts instances at the same time and without configuring the logging system. The whole process has only one
     * logging system, and two instances that configure it at once undo each other's settings.
     */
    private List<Site> startAtOnce(String... names) {
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        try {
            return Stream.of(names).parallel().map(name -> Site.start(pair, name)).toList();
        } finally {
            System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
        }
    }
}

package com.foobar.web.search;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.foobar.replication.pair.DatabasePair;
import com.foobar.web.schema.Schema;

import static com.foobar.replication.pair.Patience.await;
import static com.foobar.web.Site.awaitWritable;
import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
abstract class TermFillContract {

    private static final int STORIES = 45;

    @Autowired
    private DatabasePair pair;

    @Autowired
    private Schema schema;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate onPrimary;

    @Autowired
    private TermFill fill;

    private final String mark = UUID.randomUUID().toString().substring(0, 12);

    @BeforeEach
    void haveStoriesThatNobodyIndexed() throws Exception {
        pair.heal();
        awaitWritable(schema, database);
        long before = onPrimary(() -> database.sql("select coalesce(max(id), 0) from story").query(Long.class)
                .single());
        for (int i = 0; i < STORIES; i++) {
            database.sql("""
                    insert into story (title, slug, body, excerpt, created_at, updated_at, published_at, version)
                    values ('灯台の話', :slug, :body, '', '2026-01-01', '2026-01-01',
                      if(:draft, null, timestamp '2026-01-01 00:00:00'), 0)
                    """).param("slug", "fill-%s-%d".formatted(mark, i)).param("body", i % 3 == 0 ? "Latin" : "**灯**台")
                    .param("draft", i % 5 == 0).update();
        }
        database.sql("update story_term_fill set last_story_id = :before, done = false").param("before", before)
                .update();
    }

    @Test
    void earlierStoriesAreIndexedInStepsThatGoOnWhereTheLastOneEnded() {
        assertThat(fill.step()).isTrue();
        assertThat(indexed()).isEqualTo(16);
        assertThat(fill.step()).isTrue();
        assertThat(indexed()).isEqualTo(32);
        assertThat(fill.step()).isFalse();
        assertThat(indexed()).isEqualTo(36);
        assertThat(fill.step()).isFalse();
    }

    @Test
    void whatIsIndexedAgainStaysAsItIs() {
        while (fill.step()) {}
        List<String> terms = terms();
        database.sql("update story_term_fill set last_story_id = (select min(id) - 1 from story where slug like :slugs)"
                + ", done = false").param("slugs", slugs()).update();
        while (fill.step()) {}
        assertThat(terms()).isEqualTo(terms).hasSize(36).contains(Terms.of("灯台の話\n\n灯台"));
    }

    @Test
    void stepWaitsForAnEditAndIndexesWhatThatWrote() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> step = onPrimary(() -> {
                database.sql("update story set title = '図書館' where slug = :slug").param("slug", "fill-" + mark + "-1")
                        .update();
                Future<Boolean> waiting = threads.submit(fill::step);
                await().until(this::somebodyWaitsForALock);
                return waiting;
            });
            assertThat(step.get()).isTrue();
        }
        assertThat(terms()).contains(Terms.of("図書館\n\n灯台"));
    }

    private boolean somebodyWaitsForALock() throws SQLException {
        try (Connection connection = pair.primary().administer();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'")) {
            row.next();
            return row.getInt(1) > 0;
        }
    }

    private int indexed() {
        return terms().size();
    }

    private List<String> terms() {
        return onPrimary(() -> database.sql("""
                select terms from story_term t join story s on s.id = t.story_id where s.slug like :slugs order by s.id
                """).param("slugs", slugs()).query(String.class).list());
    }

    private String slugs() {
        return "fill-" + mark + "-%";
    }

    private <T> T onPrimary(Supplier<T> reading) {
        return Objects.requireNonNull(onPrimary.execute(_ -> reading.get()));
    }
}

package com.foobar.web.infrastructure.failover;

import java.sql.SQLException;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.foobar.replication.pair.DatabasePair;
import com.foobar.replication.pair.OnMySql;
import com.foobar.web.Site;
import com.foobar.web.infrastructure.failover.Failover.Term;
import com.foobar.web.schema.Schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The agents that write the terms are there for MySQL only. The settings equal those of the home page's tests, so that
 * both share one application.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = { "foobar.instance=web-app-7",
        "management.server.port=0" })
@OnMySql
class TermsOnMySqlIT {

    @Autowired
    private DatabasePair pair;

    @Autowired
    private Schema schema;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Terms terms;

    @BeforeEach
    void createTerms() throws SQLException {
        pair.heal();
        Site.awaitWritable(schema, database);
        pair.primary().execute("CREATE DATABASE failover", """
                CREATE TABLE failover.terms (term BIGINT UNSIGNED PRIMARY KEY, primary_node VARCHAR(64) NOT NULL,
                began_at TIMESTAMP(3) NOT NULL, reason VARCHAR(32) NOT NULL)""",
                "GRANT SELECT ON failover.* TO " + pair.application().username());
    }

    @AfterEach
    void dropTerms() throws SQLException {
        pair.primary().execute("REVOKE SELECT ON failover.* FROM " + pair.application().username(),
                "DROP DATABASE failover");
    }

    @Test
    void newestTermIsRead() throws SQLException {
        pair.primary().execute("""
                INSERT INTO failover.terms VALUES (7, 'mysql-2', FROM_UNIXTIME(1790000000.250), 'failover'),
                (6, 'mysql-1', FROM_UNIXTIME(1780000000), 'initial')""");

        await().ignoreExceptions().untilAsserted(() -> assertThat(terms.last())
                .contains(new Term(7, "mysql-2", Instant.ofEpochMilli(1_790_000_000_250L), "failover")));
    }
}

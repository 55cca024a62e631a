package com.foobar.replication;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

import jakarta.persistence.EntityManager;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import com.foobar.replication.dialect.AccessMode;
import com.foobar.replication.node.Cluster;
import com.foobar.replication.pair.DatabasePair;
import com.foobar.replication.sample.NotesApplication;

import static com.foobar.replication.pair.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@SpringBootTest(classes = NotesApplication.class, properties = { "spring.jpa.hibernate.ddl-auto=none",
        "spring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false",
        "foobar.replication.routing.repeat-writes=true", "foobar.replication.routing.failover-wait=1m" })
@Import(RoutingContract.Writing.class)
abstract class RoutingContract {

    /** Runs work in a transaction that an annotation declares. */
    static class Writing {

        @Transactional
        void run(Runnable work) {
            work.run();
        }
    }

    @Autowired
    private DatabasePair pair;

    @Autowired
    private Writing annotated;

    @Autowired
    private EntityManager entities;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient plainJdbc;

    @Autowired
    private Cluster cluster;

    @Autowired
    private ReplicationHealth health;

    private TransactionTemplate reading;
    private TransactionTemplate writing;

    @BeforeEach
    void healPair() throws SQLException {
        pair.heal();
        pair.primary()
                .execute("create table if not exists foobar.note (id int auto_increment primary key, title text)");
        reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        writing = new TransactionTemplate(transactions);
        await().ignoreExceptions().until(() -> serverOf(reading) == 2);
        await().ignoreExceptions().until(() -> plainServer() == 1);
    }

    @Test
    void whatIsWrittenToThePrimaryArrivesAtTheReplica() {
        writing.executeWithoutResult(_ -> insert("It arrives"));

        await().untilAsserted(() -> {
            try (Connection connection = pair.replica().connect(pair.application());
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select count(*) from note where title = 'It arrives'")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(1);
            }
        });
    }

    @Test
    void theReplicaRefusesWrites() throws SQLException {
        try (Connection connection = pair.replica().connect(pair.application());
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("delete from note")).isInstanceOfSatisfying(SQLException.class,
                    refusal -> assertThat(refusal.getErrorCode()).isEqualTo(1290));
        }
    }

    @Test
    void aReadOnlyTransactionIsServedByTheReplicaAndAnyOtherByThePrimary() {
        await().untilAsserted(() -> {
            assertThat(serverOf(reading)).isEqualTo(2);
            assertThat(serverOf(writing)).isEqualTo(1);
        });
    }

    @Test
    void aReadOnlyTransactionThatLocksIsServedByThePrimary() {
        insertOne();
        Integer server = reading.execute(_ -> number("select @@server_id from note limit 1 for update"));

        assertThat(server).isEqualTo(1);
        assertThatThrownBy(() -> reading.execute(_ -> {
            server();
            return number("select 1 from note limit 1 for update");
        })).hasStackTraceContaining("its locks would be a replica's");
    }

    @Test
    void aReadOnlyTransactionThatWritesIsRefusedEvenOnThePrimary() throws SQLException {
        pair.stopApplier();
        await().until(() -> serverOf(reading) == 1);

        assertThatThrownBy(() -> reading.executeWithoutResult(_ -> insert("Refused")))
                .hasStackTraceContaining("READ ONLY");
    }

    @Test
    void askingForMetadataDoesNotDecideTheNode() {
        await().until(() -> reading.execute(_ -> {
            entities.unwrap(Session.class).doWork(connection -> connection.getMetaData());
            return server();
        }), Integer.valueOf(2)::equals);
    }

    @Test
    void aChangeOfRolesIsFollowedWithoutARestart() throws SQLException {
        assertThat(serverOf(writing)).isEqualTo(1);

        pair.swapRoles();

        await().ignoreExceptions().untilAsserted(() -> {
            // This statement changes nothing, and a read-only server refuses it.
            writing.executeWithoutResult(_ -> execute("delete from note where id = -1"));
            assertThat(serverOf(writing)).isEqualTo(2);
        });
        for (int i = 0; i < 50; i++) {
            assertThat(serverOf(writing)).isEqualTo(2);
        }
    }

    @Test
    void aWriteThatIsRefusedBecauseItsPrimaryIsOneNoMoreIsRepeatedOnTheNext() {
        List<Integer> servers = new ArrayList<>();

        annotated.run(() -> {
            servers.add(server());
            if (servers.size() == 1) {
                swapRoles();
            }
            execute("delete from note where id = -1");
        });

        assertThat(servers).containsExactly(1, 2);
    }

    @Test
    void aTransactionWhoseCommitIsRefusedIsUndoneAndRepeatedOnTheNextPrimary() {
        List<Integer> servers = new ArrayList<>();

        annotated.run(() -> {
            servers.add(server());
            if (servers.size() == 1) {
                insert("Refused at the commit");
                swapRoles();
            }
        });

        assertThat(servers).containsExactly(1, 2);
        Integer stored = reading
                .execute(_ -> number("select count(*) from note where title = 'Refused at the commit'"));
        assertThat(stored).isZero();
    }

    @Test
    void aWriteThatFindsNoPrimaryWaitsForTheNext() throws SQLException {
        pair.primary().execute("SET GLOBAL read_only = 1");
        await().until(() -> cluster.primary() == null);

        CompletableFuture<Integer> written = CompletableFuture.supplyAsync(() -> serverOf(writing));
        pair.swapRoles();

        assertThat(written).succeedsWithin(Duration.ofMinutes(1)).isEqualTo(2);
    }

    private void swapRoles() {
        try {
            pair.swapRoles();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void autocommittedStatementsGoToThePrimary() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select @@server_id")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void aPlainQueryGivesItsConnectionBackAtOnce() {
        await().untilAsserted(() -> reading.executeWithoutResult(_ -> {
            server();
            assertThat(cluster.nodes()).extracting(node -> node.inUse(AccessMode.READ)).containsExactly(0, 1);
        }));

        assertThat(plainServer()).isEqualTo(1);

        assertThat(cluster.nodes())
                .allMatch(node -> node.inUse(AccessMode.READ) == 0 && node.inUse(AccessMode.WRITE) == 0);
    }

    @Test
    void withoutAPrimaryAPlainQuerySaysSoAndAReadOnlyTransactionRightAfterIsServedByTheReplica() {
        assertThat(plainServer()).isEqualTo(1);
        pair.primary().cable().cut();

        do {
            // Repeats while the silent primary still has its role, so that the query also fails in that state.
            assertThatThrownBy(this::plainServer).isInstanceOf(TransientDataAccessException.class);
            await().ignoreExceptions().until(() -> serverOf(reading) == 2);
        } while (cluster.primary() != null);

        assertThatThrownBy(this::plainServer).isInstanceOf(TransientDataAccessException.class)
                .hasStackTraceContaining("No primary database responds.");
        await().ignoreExceptions().until(() -> serverOf(reading) == 2);
        assertThat(cluster.nodes())
                .allMatch(node -> node.inUse(AccessMode.READ) == 0 && node.inUse(AccessMode.WRITE) == 0);
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails().get("lacks")).asString().contains("nothing can be written");
    }

    @Test
    void healthSaysHowEachNodeIs() {
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).containsOnlyKeys(pair.primary().name(), pair.replica().name());
        assertThat(health.health().getDetails().toString()).contains("role=PRIMARY", "role=REPLICA", "applier=RUNNING",
                "reachable=true", "writable=true", "behind=false").containsPattern("position=\\S*\\d");
    }

    private void execute(String sql) {
        entities.createNativeQuery(sql).executeUpdate();
    }

    private void insertOne() {
        writing.executeWithoutResult(_ -> insert("One"));
    }

    private Integer serverOf(TransactionTemplate transaction) {
        return transaction.execute(_ -> server());
    }

    private Integer plainServer() {
        return plainJdbc.sql("select @@server_id").query(Integer.class).single();
    }

    private Integer server() {
        return number("select @@server_id");
    }

    private Integer number(String query) {
        return entities.unwrap(Session.class).createNativeQuery(query, Integer.class).getResultStream().findFirst()
                .orElse(null);
    }

    private void insert(String title) {
        entities.createNativeQuery("insert into note (title) values (:title)")
                .setParameter("title", title).executeUpdate();
    }
}

package com.foobar.replication;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.foobar.replication.dialect.AccessMode;
import com.foobar.replication.node.Node;
import com.foobar.replication.node.NodeAddress;
import com.foobar.replication.pair.DatabasePair;
import com.foobar.replication.session.ReadYourWrites;
import com.foobar.replication.status.Role;

import static com.foobar.replication.Routed.address;
import static com.foobar.replication.Routed.value;
import static com.foobar.replication.pair.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

abstract class LibraryContract {

    private static final Duration OFTEN = Duration.ofMillis(50);
    /** Longer than any test takes: a probe in such a test therefore has another cause than the interval. */
    private static final Duration NEVER = Duration.ofHours(1);

    private static final String QUESTIONS = "SHOW SESSION STATUS LIKE 'Questions'";
    private static final String CHANGE = "DELETE FROM scratch WHERE id = -1";

    private final DatabasePair pair;

    LibraryContract(DatabasePair pair) {
        this.pair = pair;
    }

    @BeforeEach
    void healPair() throws SQLException {
        pair.heal();
        pair.primary().execute("CREATE TABLE foobar.scratch (id INT PRIMARY KEY)");
        awaitTablesOnReplica(1);
    }

    @AfterEach
    void leavePairWholeAndEmpty() throws SQLException {
        pair.heal();
        pair.primary().execute("DROP TABLE foobar.scratch");
        awaitTablesOnReplica(0);
    }

    private void awaitTablesOnReplica(int tables) {
        await().ignoreExceptions().until(() -> {
            try (Connection connection = pair.replica().connect(pair.application())) {
                return Integer.valueOf(value(connection,
                        "SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'scratch'"));
            }
        }, Integer.valueOf(tables)::equals);
    }

    @Test
    void aRefusedWriteHasAllNodesAskedAtOnceAndThePrimaryFound() throws SQLException {
        try (Routed application = start(NEVER)) {
            application.change(CHANGE);
            pair.swapRoles();

            assertThatThrownBy(() -> application.change(CHANGE)).isInstanceOfSatisfying(SQLException.class,
                    refusal -> assertThat(refusal.getErrorCode()).isEqualTo(1290));

            await().until(() -> primary(application), pair.replica().name()::equals);
            application.change(CHANGE);
        }
    }

    @Test
    void aWriteInAReadOnlyTransactionHasAllNodesAskedAtOnce() throws SQLException {
        try (Routed application = start(NEVER)) {
            List<Long> before = responses(application);

            try (Connection connection = application.beginReading();
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(CHANGE)).isInstanceOfSatisfying(SQLException.class,
                        refusal -> assertThat(refusal.getErrorCode()).isIn(1290, 1792));
            }

            await().until(() -> responses(application), after -> after.stream().noneMatch(before::contains));
        }
    }

    @Test
    void nobodyGetsAConnectionFromBeforeARoleChanged() throws SQLException {
        try (Routed application = start(OFTEN)) {
            String writer = application.write("SELECT CONNECTION_ID()");
            assertThat(application.write("SELECT CONNECTION_ID()")).isEqualTo(writer);

            pair.swapRoles();
            await().until(() -> primary(application), pair.replica().name()::equals);
            pair.heal();
            await().until(() -> primary(application), pair.primary().name()::equals);

            assertThat(application.write("SELECT CONNECTION_ID()")).isNotEqualTo(writer);
        }
    }

    @Test
    void aPrimaryWhoseSuccessorsTermHasBegunIsNeitherWrittenToNorReadFrom() throws SQLException {
        pair.primary().execute("CREATE TABLE foobar.terms (term BIGINT UNSIGNED PRIMARY KEY)",
                "INSERT INTO foobar.terms VALUES (7)");
        try (Routed application = new Routed(pair, OFTEN, 10, Routed.PATIENCE,
                List.of(address(pair.primary()), address(pair.replica())), "SELECT MAX(term) FROM terms")) {
            await().ignoreExceptions().until(() -> application.read("SELECT @@server_id, MAX(term) FROM terms"),
                    "7"::equals);
            assertThat(primary(application)).isEqualTo(pair.primary().name());

            // Both are writable now. Only the term speaks for the successor: it still follows, and it lacks a write.
            pair.stopApplier();
            application.change("INSERT INTO scratch VALUES (1)");
            pair.replica().execute("SET GLOBAL read_only = 0", "SET SESSION sql_log_bin = 0",
                    "INSERT INTO foobar.terms VALUES (8)");

            await().until(() -> primary(application), pair.replica().name()::equals);
            assertThat(application.node(0).role()).isEqualTo(Role.DEPOSED);
            assertThat(application.write("SELECT @@server_id")).isEqualTo("2");
            assertThat(application.read("SELECT @@server_id")).isEqualTo("2");
            assertThat(application.meter("fallbacks", "reason", "deposed")).isEqualTo(1);

            pair.replica().execute("SET GLOBAL read_only = 1");
            await().until(() -> primary(application) == null);
            for (int i = 0; i < 10; i++) {
                assertThat(application.read("SELECT @@server_id")).as("without a primary").isEqualTo("2");
            }
        } finally {
            pair.primary().execute("DROP TABLE foobar.terms");
        }
    }

    @Test
    void aNodeWithoutTheTableOfTermsIsNotDown() throws SQLException {
        try (Routed application = new Routed(pair, OFTEN, 10, Routed.PATIENCE,
                List.of(address(pair.primary()), address(pair.replica())), "SELECT MAX(term) FROM terms")) {
            assertThat(primary(application)).isEqualTo(pair.primary().name());
            assertThat(application.read("SELECT @@server_id")).isEqualTo("2");
        }
    }

    @Test
    void whoWroteThroughAnInstanceThatSawAFailoverReadsTheWriteThroughOneThatDidNot() throws SQLException {
        pair.swapRoles();
        try (Routed unaware = start(NEVER)) {
            assertThat(primary(unaware)).isEqualTo(pair.replica().name());
            pair.heal();
            pair.stopApplier();
            try (Routed aware = start(OFTEN)) {
                String position = commit(aware);

                new ReadYourWrites(position, _ -> {})
                        .run(() -> assertThat(unaware.read("SELECT @@server_id, COUNT(*) FROM scratch"))
                                .isEqualTo("1"));
            }
        }
    }

    @Test
    void aWritingTransactionDoesNotReadFromAFormerPrimaryWhatWasBeforeItsUsersWrite() throws SQLException {
        pair.swapRoles();
        try (Routed unaware = start(NEVER)) {
            pair.heal();
            pair.stopApplier();
            try (Routed aware = start(OFTEN)) {
                String position = commit(aware);

                new ReadYourWrites(position, _ -> {}).run(
                        () -> assertThat(unaware.write("SELECT @@server_id, COUNT(*) FROM scratch")).isEqualTo("1"));
            }
        }
    }

    @Test
    void aReadOfAnOwnWriteOnThePrimaryThatCommittedItCostsNoQuery() throws SQLException {
        try (Routed application = start(NEVER, 1)) {
            pair.stopApplier();
            application.cluster().askNow();
            await().until(() -> !"2".equals(application.read("SELECT @@server_id")));
            String position = commit(application);
            Node primary = application.node(0);
            assertThat(primary.hasReached(primary.dialect().parse(position))).as("known from a probe").isFalse();

            long first = Long.parseLong(application.read(QUESTIONS));
            AtomicReference<String> second = new AtomicReference<>();
            new ReadYourWrites(position, _ -> {}).run(() -> second.set(application.read(QUESTIONS)));

            assertThat(Long.parseLong(second.get()) - first).isEqualTo(queriesWithoutTheLibrary());
        }
    }

    @Test
    void aPositionThatNoNodeHasIsReadFromThePrimary() throws SQLException {
        try (Routed application = start(OFTEN)) {
            String lost = commit(application).contains(":") ? "3e11fa47-71ca-11e1-9e33-c80aa9429562:1" : "9-9-1";
            ReadYourWrites session = new ReadYourWrites(lost, _ -> {});

            session.run(() -> assertThat(application.read("SELECT @@server_id")).isEqualTo("1"));

            assertThat(session.position()).as("what the rest of the request waits for").isNull();
        }
    }

    @Test
    void severalReplicasAreReadFromTheLeastLoadedFirst() throws SQLException {
        NodeAddress twin = new NodeAddress("twin", pair.replica().url());
        ArrayList<Connection> open = new ArrayList<>();
        try (Routed application = new Routed(pair, OFTEN, 10, Routed.PATIENCE,
                List.of(address(pair.primary()), address(pair.replica()), twin))) {
            for (int i = 0; i < 6; i++) {
                Connection connection = application.beginReading();
                open.add(connection);
                assertThat(value(connection, "SELECT @@server_id")).isEqualTo("2");
            }
            assertThat(application.cluster().nodes()).extracting(node -> node.inUse(AccessMode.READ))
                    .containsExactly(0, 3, 3);

            for (Connection connection : open) {
                connection.close();
            }
            assertThat(application.cluster().nodes()).extracting(node -> node.inUse(AccessMode.READ)).containsOnly(0);
        }
    }

    @Test
    void aReadThatNeedsNoWaitCostsAsManyQueriesAsOneWithoutTheLibrary() throws SQLException {
        try (Routed application = start(NEVER, 1)) {
            String position = commit(application);
            Node replica = application.node(1);
            await().until(() -> {
                application.cluster().askNow();
                return replica.hasReached(replica.dialect().parse(position));
            });

            // The pool has only one connection, so the difference of the two counts is the cost of the second read.
            long first = Long.parseLong(application.read(QUESTIONS));
            AtomicReference<String> second = new AtomicReference<>();
            new ReadYourWrites(position, _ -> {}).run(() -> second.set(application.read(QUESTIONS)));

            assertThat(Long.parseLong(second.get()) - first).isEqualTo(queriesWithoutTheLibrary());
        }
    }

    private long queriesWithoutTheLibrary() throws SQLException {
        try (Connection connection = pair.replica().connect(pair.application())) {
            long first = 0;
            long second = 0;
            for (int i = 0; i < 2; i++) {
                first = second;
                connection.setAutoCommit(false);
                second = Long.parseLong(value(connection, QUESTIONS));
                connection.commit();
                connection.setAutoCommit(true);
            }
            return second - first;
        }
    }

    @Test
    void onlyWhatAUserCommittedMovesTheirPosition() throws SQLException {
        try (Routed application = start(NEVER, 1)) {
            String position = commit(application);
            assertThat(position).isNotEmpty();

            // The same connection, on which another user committed before.
            new ReadYourWrites(null, at -> assertThat(at).as("a commit of who only read").isNull())
                    .run(() -> assertThat(application.write("SELECT @@server_id")).isEqualTo("1"));
            assertThat(commit(application)).isNotEqualTo(position);
        }
    }

    @Test
    void aCommitOutsideAnySessionIsNotToldToTheNextSession() throws SQLException {
        try (Routed application = start(NEVER, 1)) {
            application.change("INSERT INTO scratch VALUES (1)");

            // The same connection: the pool has no other.
            new ReadYourWrites(null, at -> assertThat(at).as("a commit of who only read").isNull())
                    .run(() -> assertThat(application.write("SELECT @@server_id")).isEqualTo("1"));
        }
    }

    @Test
    void aReplicaWhoseConnectionsAreAllInUseIsHelpedByThePrimary() throws SQLException {
        try (Routed application = new Routed(pair, OFTEN, 1, Duration.ofSeconds(1),
                List.of(address(pair.primary()), address(pair.replica())));
                Connection busy = application.beginReading()) {
            assertThat(value(busy, "SELECT @@server_id")).isEqualTo("2");

            assertThat(application.read("SELECT @@server_id")).isEqualTo("1");

            assertThat(application.meter("fallbacks", "reason", "exhausted")).isEqualTo(1);
        }
    }

    @Test
    void aReplicaThatWasOnlyLateToSayHowItIsIsReadFromWhereThereIsNoPrimary() throws SQLException {
        try (Routed application = start(OFTEN)) {
            pair.primary().cable().cut();
            application.node(0).suspect("cut");
            application.node(0).suspect("cut");
            await().until(() -> primary(application) == null);

            for (int i = 0; i < 10; i++) {
                await().until(() -> application.node(1).state().reachable());
                application.node(1).suspect("late");
                assertThat(application.read("SELECT @@server_id")).isEqualTo("2");
            }
        }
    }

    @Test
    void metricsSayWhoServedWhyNotTheReplicaAndHowFarItIsBehind() throws SQLException {
        String primary = pair.primary().name();
        String replica = pair.replica().name();
        try (Routed application = start(OFTEN)) {
            application.read("SELECT 1");
            application.change("INSERT INTO scratch VALUES (1)");
            assertThat(application.meter("connections", "node", replica, "role", "replica")).isEqualTo(1);
            assertThat(application.meter("transactions", "node", replica, "role", "replica")).isEqualTo(1);
            assertThat(application.meter("connections", "node", primary, "role", "primary")).isEqualTo(1);
            assertThat(application.meter("transactions", "node", primary)).as("an autocommitted statement").isZero();
            assertThat(application.meter("node.primary", "node", primary)).isEqualTo(1);
            assertThat(application.meter("node.up")).isEqualTo(2);
            assertThat(application.meter("node.writable")).isEqualTo(1);

            pair.stopApplier();
            application.change("INSERT INTO scratch VALUES (2)");
            await().until(() -> application.meter("lag.transactions", "node", replica) >= 1
                    && application.meter("lag", "node", replica) > 0);
            assertThat(application.read("SELECT @@server_id")).isEqualTo("1");
            assertThat(application.meter("fallbacks", "reason", "stopped")).isEqualTo(1);
            assertThat(application.meter("lag", "node", primary)).isZero();

            pair.heal();
            await().until(() -> application.meter("lag.transactions", "node", replica) == 0
                    && application.read("SELECT @@server_id").equals("2"));
        }
    }

    private Routed start(Duration probeInterval) {
        return start(probeInterval, 10);
    }

    private Routed start(Duration probeInterval, int poolSize) {
        return new Routed(pair, probeInterval, poolSize, Routed.PATIENCE,
                List.of(address(pair.primary()), address(pair.replica())));
    }

    /** Commits a change in a session of its own, and returns the position that the user receives. */
    private static String commit(Routed application) throws SQLException {
        AtomicReference<String> position = new AtomicReference<>("");
        new ReadYourWrites(null, position::set).run(
                () -> application.change("INSERT INTO scratch SELECT COALESCE(MAX(id), 0) + 1 FROM scratch"));
        return position.get();
    }

    private static @Nullable String primary(Routed application) {
        Node primary = application.cluster().primary();
        return primary == null ? null : primary.name();
    }

    private static List<Long> responses(Routed application) {
        return application.cluster().nodes().stream().map(node -> node.state().respondedAt()).toList();
    }
}

package com.foobar.database.embedded;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.foobar.folder.Trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class PairLifecycleIT {

    @TempDir
    Path directory;

    @Test
    void dataAndPasswordsOutliveARestart() throws SQLException {
        DatabaseAccount before;
        try (ReplicatingPair pair = start()) {
            createNotes(pair);
            before = pair.application();
        }

        try (ReplicatingPair pair = start()) {
            assertThat(pair.application()).isEqualTo(before);
            Sql.execute(pair.primary(), pair.application(), "INSERT INTO note VALUES (2)");
            assertReplicaHasRows(pair, 2);
        }
    }

    @Test
    void primaryThatWasKilledComesBackWithItsReplicaFollowing() throws SQLException {
        try (ReplicatingPair pair = start()) {
            createNotes(pair);
            pair.primary().kill();
            assertThat(pair.primary().isRunning()).isFalse();

            pair.primary().start();

            Sql.execute(pair.primary(), pair.application(), "INSERT INTO note VALUES (2)");
            assertReplicaHasRows(pair, 2);
        }
    }

    @Test
    void replicaThatWasStoppedCatchesUp() throws SQLException {
        try (ReplicatingPair pair = start()) {
            createNotes(pair);
            pair.replica().stop();
            Sql.execute(pair.primary(), pair.application(), "INSERT INTO note VALUES (2)");

            pair.replica().start();

            assertReplicaHasRows(pair, 2);
            assertThat(Sql.value(pair.replica(), pair.application(), "SELECT @@read_only")).isEqualTo("1");
        }
    }

    @Test
    void replicaWhoseFolderWasLostIsMadeAgain() throws Exception {
        try (ReplicatingPair pair = start()) {
            createNotes(pair);
        }
        Trees.delete(directory.resolve("replica"));

        try (ReplicatingPair pair = start()) {
            assertReplicaHasRows(pair, 1);
        }
    }

    @Test
    void dataThatAnInterruptedRunLeftUnfinishedIsMadeAgain() throws Exception {
        Path unfinished = Files.createDirectories(directory.resolve("primary/data.part/mysql"));
        Files.writeString(unfinished.resolve("half"), "written");

        try (ReplicatingPair pair = start()) {
            createNotes(pair);
            assertReplicaHasRows(pair, 1);
        }
    }

    @Test
    void clearedPairIsEmptyAndReplicates() throws SQLException {
        try (ReplicatingPair pair = start()) {
            createNotes(pair);
        }

        try (ReplicatingPair pair = ReplicatingPair.builder().dataDirectory(directory).clear(true).start()) {
            createNotes(pair);
            assertReplicaHasRows(pair, 1);
        }
    }

    @Test
    void portInUseIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            ReplicatingPairBuilder builder = ReplicatingPair.builder().dataDirectory(directory)
                    .replicaPort(taken.getLocalPort());

            assertThatThrownBy(builder::start).isInstanceOf(EmbeddedDatabaseException.class)
                    .hasMessage("Port %d for the MariaDB replica is in use:"
                            + " stop what listens there, or choose another port.", taken.getLocalPort());
        }
    }

    private ReplicatingPair start() {
        return ReplicatingPair.builder().dataDirectory(directory).start();
    }

    private static void createNotes(ReplicatingPair pair) throws SQLException {
        Sql.execute(pair.primary(), pair.migration(), "CREATE TABLE note (id INT PRIMARY KEY)");
        Sql.execute(pair.primary(), pair.application(), "INSERT INTO note VALUES (1)");
    }

    private static void assertReplicaHasRows(ReplicatingPair pair, int rows) {
        await().atMost(Duration.ofMinutes(1)).ignoreExceptionsInstanceOf(SQLException.class).untilAsserted(
                () -> assertThat(Sql.value(pair.replica(), pair.application(), "SELECT COUNT(*) FROM note"))
                        .isEqualTo(String.valueOf(rows)));
    }
}

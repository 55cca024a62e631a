package com.foobar.database.embedded;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class ReplicatingPairIT {

    @TempDir
    static Path directory;

    static ReplicatingPair pair;

    @BeforeAll
    static void startPair() throws SQLException {
        pair = ReplicatingPair.builder().dataDirectory(directory).start();
        Sql.execute(pair.primary(), pair.migration(), "CREATE TABLE note (id INT PRIMARY KEY, text VARCHAR(50))");
    }

    @AfterAll
    static void stopPair() {
        pair.close();
    }

    @Test
    void rowIsOnTheReplicaAfterItIsOnThePrimary() throws SQLException {
        Sql.execute(pair.primary(), pair.application(), "INSERT INTO note VALUES (1, 'seen twice')");

        await().atMost(Duration.ofMinutes(1)).untilAsserted(
                () -> assertThat(Sql.value(pair.replica(), pair.application(), "SELECT text FROM note WHERE id = 1"))
                        .isEqualTo("seen twice"));
    }

    @Test
    void replicaFollowsByGtidAndWithoutErrors() throws SQLException {
        assertThat(Sql.row(pair.replica(), pair.application(), "SHOW REPLICA STATUS"))
                .containsEntry("Slave_IO_Running", "Yes").containsEntry("Slave_SQL_Running", "Yes")
                .containsEntry("Using_Gtid", "Slave_Pos").containsEntry("Last_SQL_Error", "");
    }

    @Test
    void replicaRefusesWritesOfApplicationAndMigration() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> Sql.execute(pair.replica(), pair.application(), "INSERT INTO note VALUES (2, 'no')"))
                .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo(1290));
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> Sql.execute(pair.replica(), pair.migration(), "CREATE TABLE t (id INT)"))
                .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo(1290));
    }

    @Test
    void applicationCannotChangeTheSchema() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> Sql.execute(pair.primary(), pair.application(), "DROP TABLE note"))
                .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo(1142));
    }

    @Test
    void everyTransactionOfTheReplicaIsThePrimarys() throws SQLException {
        Sql.execute(pair.primary(), pair.application(), "INSERT INTO note VALUES (3, 'counted')");
        String position = Sql.value(pair.primary(), pair.application(), "SELECT @@gtid_binlog_pos");

        assertThat(position).startsWith("0-1-");
        await().atMost(Duration.ofMinutes(1)).untilAsserted(
                () -> assertThat(Sql.value(pair.replica(), pair.application(), "SELECT @@gtid_current_pos"))
                        .isEqualTo(position));
    }

    @Test
    void onlyTheLoopbackAddressListens() throws SQLException {
        assertThat(Sql.value(pair.primary(), pair.application(), "SELECT @@bind_address")).isEqualTo("127.0.0.1");
        assertThat(Sql.value(pair.replica(), pair.application(), "SELECT @@bind_address")).isEqualTo("127.0.0.1");
    }

    @Test
    void noAccountHasAnEmptyPassword() throws SQLException {
        assertThat(Sql.value(pair.primary(), pair.administrator(), """
                SELECT GROUP_CONCAT(user) FROM mysql.global_priv
                WHERE JSON_VALUE(priv, '$.account_locked') IS NULL
                AND COALESCE(JSON_VALUE(priv, '$.authentication_string'), '') = ''""")).isNull();
    }

    @Test
    void secondPairOverTheSameFolderIsRefused() {
        ReplicatingPairBuilder second = ReplicatingPair.builder().dataDirectory(directory);

        assertThatThrownBy(second::start).isInstanceOf(EmbeddedDatabaseException.class)
                .hasMessage("The folder %s is in use by another run:"
                        + " stop that one first, or choose another folder.", directory);
    }
}

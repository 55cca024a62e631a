package com.foobar.mysql;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

import com.foobar.compose.Commands.Result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@EnabledIfDockerAvailable
class BackupIT {

    @RegisterExtension
    static final DatabasePair pair = new DatabasePair("backup");

    @TempDir
    private Path backups;

    @BeforeEach
    void fillTables() {
        pair.query(pair.primary(),
                """
                        DROP DATABASE foobar;
                        CREATE DATABASE foobar;
                        SET SESSION cte_max_recursion_depth = 5000;
                        CREATE TABLE foobar.account (id INT PRIMARY KEY AUTO_INCREMENT, \
                        name VARCHAR(50) NOT NULL UNIQUE, hash BINARY(32));
                        CREATE TABLE foobar.story (id INT PRIMARY KEY AUTO_INCREMENT, \
                        account_id INT NOT NULL REFERENCES foobar.account (id),
                          body TEXT, posted DATETIME(6), initial CHAR(1) AS (LEFT(body, 1)) STORED, FULLTEXT (body));
                        CREATE TABLE foobar.setting (id INT PRIMARY KEY, value JSON);
                        INSERT INTO foobar.account (name, hash) WITH RECURSIVE n (i) AS \
                        (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
                          SELECT CONCAT('name ', i), UNHEX(SHA2(i, 256)) FROM n;
                        INSERT INTO foobar.story (account_id, body, posted) \
                        SELECT id, REPEAT(CONCAT(name, ' écrit 物語 '), 20), NOW(6) FROM foobar.account;
                        INSERT INTO foobar.setting \
                        SELECT id, JSON_OBJECT('name', name) FROM foobar.account WHERE id <= 500;
                        """);
        pair.awaitReplication();
    }

    @Test
    void everyTableComesBackAsItWasOnBothNodesOfASuiteWithOtherPasswords() {
        Map<String, String> expected = checksums(pair.primary());
        String said = pair.mysql("backup", "--directory", backups.toString()).success();
        assertThat(said).contains("taken from " + pair.replica());
        assertThat(backups.resolve("binary-logs")).isNotEmptyDirectory();

        pair.query(pair.primary(), "DELETE FROM foobar.setting");
        Result refusal = restore();
        assertThat(refusal.exitCode()).as(refusal.output()).isEqualTo(1);
        assertThat(refusal.output()).contains("holds data: give --replace");

        pair.removeAll();
        restore().success();
        assertThat(pair.primary()).isEqualTo("mysql-1");
        pair.awaitReplication();
        assertThat(checksums("mysql-1")).isEqualTo(expected);
        assertThat(checksums("mysql-2")).isEqualTo(expected);
        assertThat(pair.exec("mysql-2", """
                MYSQL_PWD=$(</run/secrets/mysql/application) mysql --host=mysql-1 --user=application --batch \
                  --ssl-mode=VERIFY_IDENTITY --ssl-ca=/run/secrets/mysql/ca.crt --skip-column-names \
                  --execute='SELECT COUNT(*) FROM foobar.setting'
                """).strip()).isEqualTo("500");
    }

    @Test
    void droppedTableComesBackWithAllThatWasCommittedBefore() {
        pair.mysql("backup", "--directory", backups.toString()).success();
        String primary = pair.primary();
        pair.query(primary, "INSERT INTO foobar.setting VALUES (10001, '{\"written\": \"after the backup\"}')");
        pair.mysql("backup", "--binary-logs-only", "--directory", backups.toString()).success();
        pair.query(primary, "UPDATE foobar.setting SET value = '{}' WHERE id = 1");
        Map<String, String> expected = checksums(primary);
        pair.query(primary, "DROP TABLE foobar.setting");
        pair.query(primary, "INSERT INTO foobar.account (name) VALUES ('after the drop')");

        pair.mysql("backup", "--binary-logs-only", "--directory", backups.toString()).success();
        String drop = pair.mysql("transactions", "--directory", backups.toString()).success().lines()
                .filter(line -> line.contains("DROP TABLE `foobar`.`setting`")).findFirst().orElseThrow();
        String[] columns = drop.split("\t", -1);
        restore("--replace", "--before", columns[1]).success();
        assertThat(checksums("mysql-1")).isEqualTo(expected);

        String justBefore = LocalDateTime.parse(columns[0].replace(' ', 'T')).minus(1, ChronoUnit.MICROS).toString();
        restore("--replace", "--until", justBefore).success();
        assertThat(checksums("mysql-1")).isEqualTo(expected);
        pair.awaitReplication();
        assertThat(checksums("mysql-2")).isEqualTo(expected);

        restore("--replace", "--latest").success();
        assertThat(checksums("mysql-1")).doesNotContainKey("setting").containsKey("account");
        assertThat(pair.value("mysql-1", "(SELECT MAX(name) FROM foobar.account WHERE name LIKE 'after%')"))
                .isEqualTo("after the drop");
    }

    @Test
    void replicaGoesOnApplyingWhileABackupIsTaken() {
        String primary = pair.primary();
        String replica = pair.replica();
        // The rate limit of a clone works per second, so only a clone of about 256 MB takes long enough to be observed.
        pair.query(primary, "CREATE TABLE foobar.large (id INT PRIMARY KEY AUTO_INCREMENT, value LONGBLOB);"
                + "INSERT INTO foobar.large (value) VALUES (REPEAT('x', 1000000));".repeat(256));
        pair.awaitReplication();
        pair.query(replica, "SET GLOBAL clone_autotune_concurrency = OFF");
        pair.query(replica, "SET GLOBAL clone_max_concurrency = 1");
        pair.query(replica, "SET GLOBAL clone_max_data_bandwidth = 1");
        CompletableFuture<Result> backup = CompletableFuture
                .supplyAsync(() -> pair.mysql("backup", "--directory", backups.toString()));
        await("the clone is at work").atMost(Duration.ofMinutes(5)).until(() -> cloning(replica));

        pair.query(primary, "CREATE TABLE foobar.meanwhile (id INT PRIMARY KEY)");
        pair.query(primary, "ALTER TABLE foobar.setting ADD COLUMN note VARCHAR(10)");
        pair.query(primary, "INSERT INTO foobar.meanwhile VALUES (1)");
        pair.awaitReplication();
        assertThat(cloning(replica)).as("the clone is still at work").isTrue();

        pair.query(replica, "SET GLOBAL clone_max_data_bandwidth = 0");
        backup.join().success();
        restore("--replace", "--latest").success();
        assertThat(pair.value("mysql-1", "(SELECT COUNT(*) FROM foobar.meanwhile)")).isEqualTo("1");
    }

    @Test
    void backupIsTakenFromThePrimaryWhereNoReplicaFollows() {
        String primary = pair.primary();
        String replica = pair.replica();
        pair.query(replica, "STOP REPLICA SQL_THREAD");
        Map<String, String> expected = checksums(primary);

        assertThat(pair.mysql("backup", "--directory", backups.toString()).success())
                .contains("no replica follows " + primary).contains("taken from " + primary);
        restore("--replace").success();
        assertThat(checksums("mysql-1")).isEqualTo(expected);
    }

    @Test
    void damagedBackupIsRefusedBeforeAnythingChanges() throws IOException {
        pair.mysql("backup", "--directory", backups.toString()).success();
        Map<String, String> expected = checksums(pair.primary());
        try (RandomAccessFile file = new RandomAccessFile(backup().toFile(), "rw")) {
            file.seek(file.length() / 2);
            int there = file.read();
            file.seek(file.length() / 2);
            file.write(~there);
        }

        Result refusal = restore("--replace");
        assertThat(refusal.exitCode()).isEqualTo(1);
        assertThat(refusal.output()).contains("is damaged");
        pair.awaitReplication();
        assertThat(checksums(pair.primary())).isEqualTo(expected);
    }

    @Test
    void restoreThatCouldNotBeFinishedKeepsTheNodesClosedUntilOneIs() throws IOException {
        pair.mysql("backup", "--directory", backups.toString()).success();
        String primary = pair.primary();
        Map<String, String> expected = checksums(primary);
        Path archive = backups.resolve("binary-logs").resolve(pair.value(primary, "@@server_uuid"));
        archiveARow(primary, 20001);
        List<Path> before = archives(archive);
        archiveARow(primary, 20002);
        // This archive lacks the transactions that were committed between the backup and the archive's first file.
        Path gap = Files.createDirectory(backups.resolve("gap"));
        for (Path file : archives(archive)) {
            if (!before.contains(file)) {
                Files.copy(file, gap.resolve(file.getFileName()));
            }
        }

        Result refusal = restore("--replace", "--latest", "--binary-logs", gap.toString());
        assertThat(refusal.exitCode()).as(refusal.output()).isEqualTo(1);
        assertThat(refusal.output()).contains("transactions are missing between the backup and");
        pair.compose("up", "--detach", "mysql-1");
        await("it says so").atMost(Duration.ofMinutes(5))
                .until(() -> pair.log("mysql-1").contains("restore did not finish here"));
        assertThat(pair.writable()).isEmpty();

        restore("--replace").success();
        assertThat(checksums("mysql-1")).isEqualTo(expected);
        pair.awaitReplication();
    }

    private void archiveARow(String primary, int id) {
        pair.query(primary, "INSERT INTO foobar.setting VALUES (" + id + ", '{}')");
        pair.mysql("backup", "--binary-logs-only", "--directory", backups.toString()).success();
    }

    private static List<Path> archives(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tar.zst")).toList();
        }
    }

    @Test
    void transactionThatTheBackupHoldsCannotBeGoneBackTo() {
        String primary = pair.primary();
        String held = pair.value(primary, "@@server_uuid") + ":1";
        pair.mysql("backup", "--directory", backups.toString()).success();
        Map<String, String> expected = checksums(primary);

        assertThat(restore("--replace", "--before", held)).satisfies(refusal -> {
            assertThat(refusal.exitCode()).isEqualTo(1);
            assertThat(refusal.output()).containsAnyOf("already holds", "is not in the archived binary logs");
        });
        assertThat(checksums(primary)).isEqualTo(expected);
    }

    private Result restore(String... options) {
        return pair.mysql("restore", Stream.concat(Stream.of(options), Stream.of(backup().toString()))
                .toArray(String[]::new));
    }

    private Path backup() {
        try (Stream<Path> files = Files.list(backups)) {
            return files.filter(file -> file.toString().endsWith(".tar.zst")).findFirst().orElseThrow();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static boolean cloning(String node) {
        return pair.query(node, "SELECT state FROM performance_schema.clone_status").stream()
                .anyMatch(row -> "In Progress".equals(row.get("state")));
    }

    private static Map<String, String> checksums(String node) {
        Map<String, String> checksums = new TreeMap<>();
        for (Map<String, String> table : pair.query(node, """
                SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'foobar'
                """)) {
            String name = table.getOrDefault("name", "");
            checksums.put(name,
                    pair.query(node, "CHECKSUM TABLE foobar." + name).getFirst().getOrDefault("Checksum", ""));
        }
        return checksums;
    }
}

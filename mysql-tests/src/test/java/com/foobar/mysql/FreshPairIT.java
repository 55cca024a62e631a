package com.foobar.mysql;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

import com.foobar.compose.Commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EnabledIfDockerAvailable
class FreshPairIT {

    @RegisterExtension
    static final DatabasePair pair = new DatabasePair("fresh");

    static final List<String> NODES = DatabasePair.NODES;

    @Test
    void replicaFollowsThePrimaryByGtidOverTlsWithItsNameChecked() {
        assertThat(pair.primary()).isEqualTo("mysql-1");
        assertThat(pair.query("mysql-2", "SHOW REPLICA STATUS").getFirst())
                .containsEntry("Source_Host", "mysql-1").containsEntry("Auto_Position", "1")
                .containsEntry("Source_SSL_Allowed", "Yes").containsEntry("Source_SSL_Verify_Server_Cert", "Yes");
    }

    @ParameterizedTest
    @FieldSource("NODES")
    void everyNodeLogsRowsWithGtidsAndSyncsEachCommit(String node) {
        assertThat(pair.query(node, """
                SELECT @@gtid_mode AS gtids, @@enforce_gtid_consistency AS consistency, @@binlog_format AS format,
                  @@sync_binlog AS sync, @@innodb_flush_log_at_trx_commit AS flush, @@log_replica_updates AS updates
                """).getFirst()).isEqualTo(Map.of("gtids", "ON", "consistency", "ON", "format", "ROW", "sync", "1",
                "flush", "1", "updates", "1"));
    }

    @Test
    void commitsWaitForTheReplica() {
        assertThat(status("mysql-1", "Rpl_semi_sync_source_status")).isEqualTo("ON");
        assertThat(status("mysql-2", "Rpl_semi_sync_replica_status")).isEqualTo("ON");
        int before = Integer.parseInt(status("mysql-1", "Rpl_semi_sync_source_yes_tx"));
        pair.query("mysql-1", "CREATE TABLE foobar.waited (id INT PRIMARY KEY)");
        assertThat(Integer.parseInt(status("mysql-1", "Rpl_semi_sync_source_yes_tx"))).isGreaterThan(before);
    }

    @Test
    void replicaRefusesWritesOfItsAdministratorToo() {
        assertThatThrownBy(() -> pair.query("mysql-2", "CREATE DATABASE another"))
                .hasMessageContaining("ERROR 1290");
        assertThat(pair.exec("mysql-2", "grep -c super_read_only /var/lib/mysql/mysqld-auto.cnf").strip())
                .as("read-only is in its data, for the first second of the next start").isEqualTo("1");
    }

    @Test
    void neitherNodeHoldsATransactionThatTheOtherLacks() {
        pair.awaitReplication();
        assertThat(pair.errant("mysql-2", "mysql-1")).isEmpty();
        assertThat(pair.value("mysql-2", "@@gtid_executed"))
                .startsWith(pair.value("mysql-1", "@@server_uuid") + ":").doesNotContain(",");
    }

    @ParameterizedTest
    @ValueSource(strings = { "application", "migration", "replication", "monitoring" })
    void connectionByNetworkIsRefusedWithoutTls(String account) {
        // Which of the three errors comes depends on whether the server still has the password in its cache.
        assertThat(asAccount(account, "DISABLED").output()).containsPattern("ERROR (3159|2061|1045) ");
        assertThat(asAccount(account, "VERIFY_IDENTITY").output()).contains("TLSv1.3");
    }

    @Test
    void administratorAndBackupAreReachedOnTheSocketAlone() {
        assertThat(asAccount("root", "VERIFY_IDENTITY").output()).contains("ERROR 1045");
        assertThat(asAccount("backup", "VERIFY_IDENTITY").output()).contains("ERROR 1045");
    }

    @Test
    void accountsHaveTheLeastThatEachNeeds() {
        assertThat(grants("application@'%'")).containsExactlyInAnyOrder("REPLICATION CLIENT ON *.*",
                "SELECT, INSERT, UPDATE, DELETE ON `foobar`.*");
        assertThat(grants("migration@'%'")).containsExactlyInAnyOrder("USAGE ON *.*",
                "SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, REFERENCES, INDEX, ALTER ON `foobar`.*");
        assertThat(grants("replication@'%'")).containsExactlyInAnyOrder("REPLICATION SLAVE ON *.*",
                "BACKUP_ADMIN ON *.*");
        assertThat(grants("monitoring@'%'")).containsExactlyInAnyOrder("PROCESS, REPLICATION CLIENT ON *.*",
                "SELECT ON `performance_schema`.*");
        assertThat(grants("backup@localhost")).containsExactlyInAnyOrder("RELOAD, REPLICATION CLIENT ON *.*",
                "BACKUP_ADMIN ON *.*");
    }

    @Test
    void thereAreNoAccountsButThoseAndTheServersOwn() {
        assertThat(pair.query("mysql-1", "SELECT CONCAT(user, '@', host) AS account FROM mysql.user").stream()
                .map(row -> row.get("account"))).containsExactlyInAnyOrder("application@%", "migration@%",
                        "replication@%", "monitoring@%", "backup@localhost", "root@localhost",
                        "mysql.infoschema@localhost", "mysql.session@localhost", "mysql.sys@localhost");
    }

    private static String status(String node, String name) {
        return pair.query(node, "SHOW GLOBAL STATUS LIKE '" + name + "'").getFirst().get("Value");
    }

    private static Commands.Result asAccount(String account, String tls) {
        return pair.tryExec("mysql-2", """
                MYSQL_PWD=$(</run/secrets/mysql/%s) exec mysql --host=mysql-1 --user=%s --ssl-mode=%s \
                  --ssl-ca=/run/secrets/mysql/ca.crt --execute="SHOW SESSION STATUS LIKE 'Ssl_version'"
                """.formatted(account, account, tls));
    }

    private static Set<String> grants(String account) {
        return pair.query("mysql-1", "SHOW GRANTS FOR " + account).stream()
                .map(row -> row.values().iterator().next())
                .map(grant -> grant.replaceFirst("^GRANT (.*) TO .*", "$1")).collect(Collectors.toSet());
    }
}

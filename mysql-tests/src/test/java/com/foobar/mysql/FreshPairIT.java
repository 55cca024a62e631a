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
        assertThat(pair.query(pair.replica(), "SHOW REPLICA STATUS").getFirst())
                .containsEntry("Source_Host", pair.primary()).containsEntry("Auto_Position", "1")
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
        assertThat(status(pair.primary(), "Rpl_semi_sync_source_status")).isEqualTo("ON");
        assertThat(status(pair.replica(), "Rpl_semi_sync_replica_status")).isEqualTo("ON");
        int before = Integer.parseInt(status(pair.primary(), "Rpl_semi_sync_source_yes_tx"));
        pair.query(pair.primary(), "CREATE TABLE foobar.waited (id INT PRIMARY KEY)");
        assertThat(Integer.parseInt(status(pair.primary(), "Rpl_semi_sync_source_yes_tx"))).isGreaterThan(before);
    }

    @Test
    void firstTermOfThePrimaryIsInTheDataOfBothNodes() {
        pair.awaitReplication();
        for (String node : NODES) {
            assertThat(pair.query(node, "SELECT term, primary_node, reason FROM failover.terms")).as(node)
                    .containsExactly(Map.of("term", "1", "primary_node", pair.primary(), "reason", "initial"));
        }
    }

    @Test
    void replicaRefusesWritesOfItsAdministratorToo() {
        assertThatThrownBy(() -> pair.query(pair.replica(), "CREATE DATABASE another"))
                .hasMessageContaining("ERROR 1290");
    }

    @Test
    void neitherNodeHoldsATransactionThatTheOtherLacks() {
        pair.awaitReplication();
        assertThat(pair.errant(pair.replica(), pair.primary())).isEmpty();
        assertThat(pair.value(pair.replica(), "@@gtid_executed"))
                .startsWith(pair.value(pair.primary(), "@@server_uuid") + ":").doesNotContain(",");
    }

    @ParameterizedTest
    @ValueSource(strings = { "application", "migration", "replication", "monitoring" })
    void connectionByNetworkIsRefusedWithoutTls(String account) {
        // Which of the three errors comes depends on whether the server still has the password in its cache.
        assertThat(asAccount(account, "DISABLED").output()).containsPattern("ERROR (3159|2061|1045) ");
        assertThat(asAccount(account, "VERIFY_IDENTITY").output()).contains("TLSv1.3");
    }

    @Test
    void administratorBackupAndAgentAreReachedOnTheNodeAlone() {
        assertThat(asAccount("root", "VERIFY_IDENTITY").output()).contains("ERROR 1045");
        assertThat(asAccount("backup", "VERIFY_IDENTITY").output()).contains("ERROR 1045");
        assertThat(asAccount("failover", "VERIFY_IDENTITY").output()).contains("ERROR 1045");
    }

    @Test
    void accountsHaveTheLeastThatEachNeeds() {
        assertThat(grants("application@'%'")).containsExactlyInAnyOrder("REPLICATION CLIENT ON *.*",
                "SELECT, INSERT, UPDATE, DELETE ON `foobar`.*", "SELECT ON `failover`.*");
        assertThat(grants("migration@'%'")).containsExactlyInAnyOrder("USAGE ON *.*",
                "SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, REFERENCES, INDEX, ALTER ON `foobar`.*");
        assertThat(grants("replication@'%'")).containsExactlyInAnyOrder("REPLICATION SLAVE ON *.*",
                "BACKUP_ADMIN ON *.*");
        assertThat(grants("monitoring@'%'")).containsExactlyInAnyOrder("PROCESS, REPLICATION CLIENT ON *.*",
                "SELECT ON `performance_schema`.*");
        assertThat(grants("failover@127.0.0.1")).containsExactlyInAnyOrder(
                "RELOAD, REPLICATION SLAVE, REPLICATION CLIENT ON *.*",
                "CONNECTION_ADMIN,REPLICATION_SLAVE_ADMIN,SERVICE_CONNECTION_ADMIN,SYSTEM_VARIABLES_ADMIN ON *.*",
                "SELECT ON `performance_schema`.*", "SELECT, INSERT ON `failover`.*");
        assertThat(grants("backup@localhost")).containsExactlyInAnyOrder("RELOAD, REPLICATION CLIENT ON *.*",
                "BACKUP_ADMIN ON *.*");
    }

    @Test
    void thereAreNoAccountsButThoseAndTheServersOwn() {
        assertThat(pair.query(pair.primary(), "SELECT CONCAT(user, '@', host) AS account FROM mysql.user").stream()
                .map(row -> row.get("account"))).containsExactlyInAnyOrder("application@%", "failover@127.0.0.1",
                        "migration@%",
                        "replication@%", "monitoring@%", "backup@localhost", "root@localhost",
                        "mysql.infoschema@localhost", "mysql.session@localhost", "mysql.sys@localhost");
    }

    private static String status(String node, String name) {
        return pair.query(node, "SHOW GLOBAL STATUS LIKE '" + name + "'").getFirst().get("Value");
    }

    private static Commands.Result asAccount(String account, String tls) {
        return pair.tryExec(pair.replica(), """
                MYSQL_PWD=$(</run/secrets/mysql/%s) exec mysql --host=%s --user=%s --ssl-mode=%s \
                  --ssl-ca=/run/secrets/mysql/ca.crt --execute="SHOW SESSION STATUS LIKE 'Ssl_version'"
                """.formatted(account, pair.primary(), account, tls));
    }

    private static Set<String> grants(String account) {
        return pair.query(pair.primary(), "SHOW GRANTS FOR " + account).stream()
                .map(row -> row.values().iterator().next())
                .map(grant -> grant.replaceFirst("^GRANT (.*) TO .*", "$1")).collect(Collectors.toSet());
    }
}

package com.foobar.mysql;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

import com.foobar.compose.Commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The data of version 0.2, whose nodes had the names of their first roles. */
@EnabledIfDockerAvailable
class UpgradeIT {

    @RegisterExtension
    static final DatabasePair pair = new DatabasePair("upgrade");

    @Test
    void dataOfTheOldPrimaryIsOnBothNodesAndTheOldVolumesStay() {
        // 1. Volumes as the old version left them: other names, no account for the agent, a replica that says so.
        String primary = pair.primary();
        String replica = DatabasePair.other(primary);
        pair.query(primary, """
                CREATE TABLE foobar.kept (id INT PRIMARY KEY);
                INSERT INTO foobar.kept VALUES (1);
                DROP DATABASE failover;
                DROP USER failover@'127.0.0.1';
                """);
        // Agents without their account may end their servers at any time, so nothing is asked of the whole pair.
        await("the replica has the change").atMost(Duration.ofMinutes(5))
                .ignoreExceptionsInstanceOf(IllegalStateException.class).until(() -> "0".equals(
                        pair.value(replica, "(SELECT COUNT(*) FROM mysql.user WHERE user = 'failover')")));
        pair.compose("kill");
        copy(primary, "mysql-primary-data", "true");
        copy(replica, "mysql-replica-data",
                "echo '{\"mysql_dynamic_variables\":{\"super_read_only\":{}}}' >/to/mysqld-auto.cnf");
        pair.compose("rm", "--force");
        DatabasePair.NODES.forEach(pair::loseVolume);
        DatabasePair.ETCD.forEach(pair::loseVolume);
        try {
            // 2. The one command.
            assertThat(pair.mysql("upgrade").success()).contains("copying the data of mysql-primary");
            // 3. The pair is whole, and has the data.
            pair.awaitReplication();
            pair.awaitPartner();
            for (String node : DatabasePair.NODES) {
                assertThat(pair.value(node, "(SELECT id FROM foobar.kept)")).as(node).isEqualTo("1");
            }
            assertThat(pair.mysql("upgrade").exitCode()).as("a second upgrade").isEqualTo(1);
        } finally {
            Commands.run("docker", "volume", "rm", pair.project() + "_mysql-primary-data",
                    pair.project() + "_mysql-replica-data");
        }
    }

    private static void copy(String node, String volume, String change) {
        Commands.run("docker", "run", "--rm", "--user", "0:0", "--volume", pair.project() + "_" + node + "-data:/from",
                "--volume", pair.project() + "_" + volume + ":/to", "--entrypoint", "bash", "foobar/mysql-tools", "-c",
                "cp -a /from/. /to/ && " + change);
    }
}

package com.foobar.mysql;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

import static org.assertj.core.api.Assertions.assertThat;

@EnabledIfDockerAvailable
class PasswordRenewalIT {

    private static final String ASK = """
            MYSQL_PWD=%s exec mysql --host=mysql-1 --user=application --ssl-mode=VERIFY_IDENTITY \
              --ssl-ca=/run/secrets/mysql/ca.crt --execute='SELECT 1'
            """;

    @RegisterExtension
    static final DatabasePair pair = new DatabasePair("passwords");

    @Test
    void newPasswordsHoldAndFormerOnesDoNotWhileReplicationGoesOn() {
        String former = pair.exec("mysql-1", "cat /run/secrets/mysql/application");
        pair.mysql("renew-passwords").success();
        String renewed = pair.exec("mysql-1", "cat /run/secrets/mysql/application");

        assertThat(pair.tryExec("mysql-2", ASK.formatted(former)).output()).contains("ERROR 1045");
        pair.tryExec("mysql-2", ASK.formatted(renewed)).success();
        String monitoring = "password=" + pair.exec("mysql-1", "cat /run/secrets/mysql/monitoring");
        assertThat(secret("mysql/monitoring.cnf")).contains(monitoring);
        assertThat(secret("exporter/my.cnf")).contains(monitoring);
        assertThat(secret("web-app/foobar.replication.password")).contains(renewed);
        assertThat(secret("web-app/spring.flyway.password"))
                .contains(pair.exec("mysql-1", "cat /run/secrets/mysql/migration"));
        pair.query(pair.primary(), "CREATE TABLE foobar.afterwards (id INT PRIMARY KEY)");
        pair.awaitReplication();
        pair.mysql("renew-passwords").success();
        pair.awaitReplication();
        // The agents' connections need the new password only when they are opened again.
        Fault.SERVER_KILLED.begin(pair, pair.replica());
        pair.awaitPartner();
    }

    private static String secret(String file) {
        return pair.compose("run", "--rm", "--no-deps", "-T", "--entrypoint", "cat", "secrets", "/volumes/" + file);
    }
}

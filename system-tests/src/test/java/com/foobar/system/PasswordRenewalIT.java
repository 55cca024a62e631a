package com.foobar.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

@EnabledIfDockerAvailable
class PasswordRenewalIT {

    private static final String ASK = """
            MYSQL_PWD=%s exec mysql --host=mysql-primary --user=application --ssl-mode=VERIFY_IDENTITY \
              --ssl-ca=/run/secrets/mysql/ca.crt --execute='SELECT 1'
            """;

    @RegisterExtension
    static final DatabasePair pair = new DatabasePair("passwords");

    @Test
    void newPasswordsHoldAndFormerOnesDoNotWhileReplicationGoesOn() {
        String former = pair.exec("mysql-primary", "cat /run/secrets/mysql/application");
        pair.mysql("renew-passwords").success();
        String renewed = pair.exec("mysql-primary", "cat /run/secrets/mysql/application");

        assertThat(pair.tryExec("mysql-replica", ASK.formatted(former)).output()).contains("ERROR 1045");
        pair.tryExec("mysql-replica", ASK.formatted(renewed)).success();
        pair.query("mysql-primary", "CREATE TABLE foobar.afterwards (id INT PRIMARY KEY)");
        pair.awaitReplication();
        pair.mysql("renew-passwords").success();
        pair.awaitReplication();
    }
}

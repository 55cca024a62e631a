package com.foobar.web.account;

import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

import com.foobar.replication.pair.MySqlPair;

@EnabledIfDockerAvailable
class AccountOnMySqlIT extends AccountContract {

    AccountOnMySqlIT() {
        super(MySqlPair.get());
    }

    @Override
    String positionQuery() {
        return "SELECT @@global.gtid_executed";
    }
}

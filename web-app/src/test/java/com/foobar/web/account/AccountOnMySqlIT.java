package com.foobar.web.account;

import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

import com.foobar.web.pair.MySqlPair;

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

package com.foobar.web.replication;

import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

import com.foobar.web.pair.MySqlPair;

@EnabledIfDockerAvailable
class OutageOnMySqlIT extends OutageContract {

    OutageOnMySqlIT() {
        super(MySqlPair.get());
    }
}

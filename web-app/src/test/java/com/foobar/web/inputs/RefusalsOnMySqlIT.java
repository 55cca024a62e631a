package com.foobar.web.inputs;

import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

import com.foobar.replication.pair.MySqlPair;

@EnabledIfDockerAvailable
class RefusalsOnMySqlIT extends RefusalsContract {

    RefusalsOnMySqlIT() {
        super(MySqlPair.get());
    }
}

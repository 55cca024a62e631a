package com.foobar.web.demo;

import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

import com.foobar.replication.pair.MySqlPair;

@EnabledIfDockerAvailable
class DemoDataOnMySqlIT extends DemoDataContract {

    DemoDataOnMySqlIT() {
        super(MySqlPair.get());
    }
}

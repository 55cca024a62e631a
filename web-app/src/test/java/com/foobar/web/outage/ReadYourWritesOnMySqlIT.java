package com.foobar.web.outage;

import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

import com.foobar.replication.pair.MySqlPair;

@EnabledIfDockerAvailable
class ReadYourWritesOnMySqlIT extends ReadYourWritesContract {

    ReadYourWritesOnMySqlIT() {
        super(MySqlPair.get());
    }
}

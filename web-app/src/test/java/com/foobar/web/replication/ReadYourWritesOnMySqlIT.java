package com.foobar.web.replication;

import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

import com.foobar.web.pair.MySqlPair;

@EnabledIfDockerAvailable
class ReadYourWritesOnMySqlIT extends ReadYourWritesContract {

    ReadYourWritesOnMySqlIT() {
        super(MySqlPair.get());
    }
}

package com.foobar.web.inputs;

import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

import com.foobar.replication.pair.MySqlPair;

@EnabledIfDockerAvailable
class InputsOnMySqlIT extends InputsContract {

    InputsOnMySqlIT() {
        super(MySqlPair.get());
    }
}

package com.foobar.replication.sample;

import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

import com.foobar.replication.pair.MySqlPair;

@EnabledIfDockerAvailable
class NotesOnMySqlIT extends NotesContract {

    NotesOnMySqlIT() {
        super(MySqlPair.get());
    }
}

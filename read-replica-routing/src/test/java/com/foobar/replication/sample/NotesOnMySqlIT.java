package com.foobar.replication.sample;

import com.foobar.replication.pair.MySqlPair;
import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

@EnabledIfDockerAvailable
class NotesOnMySqlIT extends NotesContract {

    NotesOnMySqlIT() {
        super(MySqlPair.get());
    }
}

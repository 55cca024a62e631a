package com.foobar.replication;

import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

import com.foobar.replication.pair.MySqlPair;

@EnabledIfDockerAvailable
class LibraryOnMySqlIT extends LibraryContract {

    LibraryOnMySqlIT() {
        super(MySqlPair.get());
    }
}

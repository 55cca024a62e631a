package com.foobar.web.replication;

import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

import com.foobar.web.pair.MySqlPair;

@EnabledIfDockerAvailable
class LibraryOnMySqlIT extends LibraryContract {

    LibraryOnMySqlIT() {
        super(MySqlPair.get());
    }
}

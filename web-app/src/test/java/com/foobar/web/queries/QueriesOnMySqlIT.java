package com.foobar.web.queries;

import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

import com.foobar.replication.pair.MySqlPair;

@EnabledIfDockerAvailable
class QueriesOnMySqlIT extends QueriesContract {

    QueriesOnMySqlIT() {
        super(MySqlPair.get());
    }
}

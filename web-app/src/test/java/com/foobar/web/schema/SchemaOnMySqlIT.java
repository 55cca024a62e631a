package com.foobar.web.schema;

import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

import com.foobar.replication.pair.MySqlPair;

@EnabledIfDockerAvailable
class SchemaOnMySqlIT extends SchemaContract {

    SchemaOnMySqlIT() {
        super(MySqlPair.get());
    }
}

package com.foobar.replication.node;

import java.sql.SQLException;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NodeDataSourceTests {

    @Test
    void aUrlThatNoDriverTakesIsNotShownWithItsSecrets() {
        NodeAddress address = new NodeAddress("a", "jdbc:mysql:a-misspelt-kind://a/foobar?password=a-secret");
        NodeDataSource node = new NodeDataSource(address, new Credentials("foobar", ""), Duration.ofSeconds(1),
                Duration.ofSeconds(1));

        assertThatThrownBy(node::getConnection).isInstanceOf(SQLException.class)
                .hasMessageContaining("No suitable driver").message().doesNotContain("secret");
    }
}

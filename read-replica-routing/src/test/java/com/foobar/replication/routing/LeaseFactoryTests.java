package com.foobar.replication.routing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

import com.foobar.replication.dialect.AccessMode;
import com.foobar.replication.dialect.Dialect;
import com.foobar.replication.gtid.MariaDbGtidSet;
import com.foobar.replication.node.Node;
import com.foobar.replication.status.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

class LeaseFactoryTests {

    private static final Demand READ = new Demand(AccessMode.READ, false, null);
    private static final RoutingProperties SETTINGS = new RoutingProperties(Duration.ofSeconds(5),
            Duration.ofMillis(2_000), Duration.ofMillis(300), Duration.ofMillis(1_000),
            Duration.ofSeconds(3), false);

    private final LeaseFactory leases = new LeaseFactory(SETTINGS, new RoutingMetrics(new SimpleMeterRegistry()));
    private final Node node = mock(Node.class);
    private final Dialect dialect = mock(Dialect.class);
    private final Connection connection = mock(Connection.class);

    @BeforeEach
    void provideNode() throws SQLException {
        when(node.name()).thenReturn("replica");
        when(node.role()).thenReturn(Role.REPLICA);
        when(node.dialect()).thenReturn(dialect);
        when(node.responseTimeout()).thenReturn(Duration.ofSeconds(30));
        when(node.borrow(AccessMode.READ)).thenReturn(connection);
        when(dialect.parse(anyString())).thenReturn(MariaDbGtidSet.parse("0-1-7"));
    }

    @Test
    void eachStepOfTheBeginningHasATimeoutOfItsOwn() throws SQLException {
        when(dialect.await(connection, "0-1-7", SETTINGS.positionWait())).thenReturn(true);

        assertThat(leases.begin(node, READ, "0-1-7")).isNotNull();

        InOrder steps = inOrder(connection, dialect);
        steps.verify(connection).setNetworkTimeout(any(), eq(2_200));
        steps.verify(dialect).await(connection, "0-1-7", SETTINGS.positionWait());
        steps.verify(connection).setNetworkTimeout(any(), eq(300));
        steps.verify(connection).setAutoCommit(false);
        steps.verify(connection).setNetworkTimeout(any(), eq(30_000));
    }

    @Test
    void aReaderWithoutAPositionDoesNotWait() throws SQLException {
        assertThat(leases.begin(node, READ, null)).isNotNull();

        InOrder steps = inOrder(connection);
        steps.verify(connection).setNetworkTimeout(any(), eq(300));
        steps.verify(connection).setAutoCommit(false);
        steps.verify(connection).setNetworkTimeout(any(), eq(30_000));
    }

    @Test
    void aNodeThatDidNotReachThePositionGetsItsConnectionBackWhole() throws SQLException {
        assertThat(leases.begin(node, READ, "0-1-7")).isNull();

        InOrder steps = inOrder(node);
        steps.verify(node).askNow();
        steps.verify(node).giveBack(AccessMode.READ, connection, false);
    }
}

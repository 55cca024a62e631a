package com.foobar.replication.routing;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.annotation.Transactional;

import com.foobar.replication.dialect.Dialect;
import com.foobar.replication.node.Cluster;
import com.foobar.replication.node.Node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

class TransactionFailoverTests {

    private final Cluster cluster = mock(Cluster.class);
    private final Node node = mock(Node.class);
    private final Service target = new Service();

    @BeforeEach
    void provideCluster() {
        when(cluster.nodes()).thenReturn(List.of(node));
        when(cluster.withoutPrimary()).thenReturn(Duration.ZERO);
        when(cluster.await(any(), any())).thenReturn(true);
        when(node.dialect()).thenReturn(Dialect.of("jdbc:mysql://db/foobar"));
    }

    @Test
    void aWriteThatLostThePrimaryBeforeItCommittedIsRepeatedOnTheNext() {
        target.failure = new SQLTransientConnectionException("lost", "08S01");

        proxied(true).write();

        assertThat(target.calls).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = { 1290, 1836 })
    void aWriteThatWasRefusedByAFormerPrimaryIsRepeatedOnTheNext(int code) {
        target.failure = new SQLException("refused", "HY000", code);

        proxied(true).write();

        assertThat(target.calls).isEqualTo(2);
    }

    @Test
    void aWriteThatMayHaveCommittedIsNotRepeated() {
        target.failure = new SQLTransientConnectionException("lost", "08007");
        target.commits = true;

        assertUnavailable(proxied(true)::write);
    }

    @Test
    void aCallWithinAnotherOneThatMayHaveCommittedKeepsTheOtherFromBeingRepeated() {
        target.failure = new SQLTransientConnectionException("lost", "08S01");
        Commits outer = new Commits();

        outer.watch(() -> {
            target.commits = true;
            assertUnavailable(proxied(true)::write);
            return null;
        });

        assertThat(outer.possible()).isTrue();
    }

    @Test
    void aWriteIsNotRepeatedUnlessTheApplicationWantsThat() {
        target.failure = new SQLTransientConnectionException("lost", "08S01");

        assertUnavailable(proxied(false)::write);
    }

    @Test
    void aWriteIsNotRepeatedWhileNoPrimaryComes() {
        when(cluster.await(any(), any())).thenReturn(false);
        target.failure = new SQLTransientConnectionException("lost", "08S01");

        assertUnavailable(proxied(true)::write);
    }

    @Test
    void aReadIsRepeatedInAnyCase() {
        target.failure = new SQLTransientConnectionException("lost", "08S01");

        proxied(false).read();

        assertThat(target.calls).isEqualTo(2);
    }

    @Test
    void aMistakeOfTheCallerIsNotRepeated() {
        target.failure = new SQLException("duplicate", "23000", 1062);

        assertThatThrownBy(proxied(true)::write).isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(target.calls).isEqualTo(1);
    }

    private void assertUnavailable(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(DatabaseUnavailableException.class);
        assertThat(target.calls).isEqualTo(1);
    }

    private Service proxied(boolean repeatWrites) {
        RoutingProperties settings = new RoutingProperties(Duration.ofSeconds(5), Duration.ofMillis(50),
                Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofSeconds(3), repeatWrites);
        ProxyFactory factory = new ProxyFactory(target);
        factory.setProxyTargetClass(true);
        factory.addAdvice(new TransactionFailover(() -> cluster, () -> settings));
        return (Service) factory.getProxy(getClass().getClassLoader());
    }

    /** A service whose first call fails. */
    static class Service {

        private SQLException failure;
        private boolean commits;
        private int calls;

        @Transactional
        void write() {
            call();
        }

        @Transactional(readOnly = true)
        void read() {
            call();
        }

        private void call() {
            calls++;
            if (commits) {
                Commits.note();
            }
            if (calls == 1) {
                throw new DataAccessResourceFailureException("failed", failure);
            }
        }
    }
}

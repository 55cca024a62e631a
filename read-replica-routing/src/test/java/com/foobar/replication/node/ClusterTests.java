package com.foobar.replication.node;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.foobar.replication.dialect.Report;
import com.foobar.replication.gtid.MySqlGtidSet;
import com.foobar.replication.status.Applier;
import com.foobar.replication.status.Role;

import static com.foobar.replication.pair.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

class ClusterTests {

    private static final String A = "3e11fa47-71ca-11e1-9e33-c80aa9429562";
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final AtomicLong now = new AtomicLong();
    private final Cluster cluster = new Cluster(List.of(nowhere("a"), nowhere("b")), new Credentials("foobar", ""),
            new ConnectionPoolProperties(1, SECOND, SECOND, SECOND), new SimpleMeterRegistry(), now::get);
    private final Node a = cluster.nodes().get(0);
    private final Node b = cluster.nodes().get(1);

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void aPrimaryIsDeposedAsSoonAsANewerTermIsSeenOnAnyNode() {
        cluster.responded(a, writable(7));
        cluster.responded(b, readOnly(7));
        assertThat(cluster.primary()).isSameAs(a);

        cluster.responded(b, readOnly(8));

        assertThat(cluster.primary()).isNull();
        assertThat(a.role()).isEqualTo(Role.DEPOSED);
        assertThat(cluster.deposed(a)).isTrue();
        assertThat(cluster.deposed(b)).isFalse();
    }

    @Test
    void aNewTermHasAllNodesAskedAtOnce() {
        cluster.responded(a, writable(7));
        a.wake().drainPermits();

        cluster.responded(b, readOnly(8));

        assertThat(a.wake().tryAcquire()).isTrue();
    }

    @Test
    void aPrimaryWhoseOwnTermItIsOnlyLacksItUntilItIsAskedAgain() {
        cluster.responded(a, writable(7));
        cluster.responded(b, readOnly(8));

        cluster.responded(a, writable(8));

        assertThat(cluster.primary()).isSameAs(a);
    }

    @Test
    void aSilentPrimaryLosesItsRoleAtOnceIfANewerTermHasBegun() {
        cluster.responded(a, writable(7));
        cluster.missed(a, "silent");
        assertThat(cluster.primary()).as("it was late only once").isSameAs(a);

        cluster.responded(b, readOnly(8));

        assertThat(cluster.primary()).isNull();
        assertThat(cluster.deposed(a)).as("whatever it says when it can be reached again").isTrue();
    }

    @Test
    void aDeposedNodeThatBecomesAReplicaIsDeposedNoMore() {
        cluster.responded(b, writable(8));
        cluster.responded(a, writable(7));
        assertThat(a.role()).isEqualTo(Role.DEPOSED);

        cluster.responded(a, readOnly(7));

        assertThat(a.role()).isEqualTo(Role.REPLICA);
    }

    @Test
    void theTimeWithoutAPrimaryBeginsWhenThePrimaryIsLost() {
        now.set(SECOND.toNanos());
        assertThat(cluster.withoutPrimary()).as("before any node responded").isEqualTo(SECOND);

        cluster.responded(a, writable(7));
        assertThat(cluster.withoutPrimary()).isEqualTo(Duration.ZERO);

        cluster.responded(a, readOnly(7));
        now.addAndGet(SECOND.toNanos());
        cluster.responded(a, readOnly(7));
        assertThat(cluster.withoutPrimary()).isEqualTo(SECOND);
    }

    @Test
    void whoWaitsIsWokenByTheResponseThatMakesTheConditionTrue() {
        CompletableFuture<Boolean> waiting = CompletableFuture
                .supplyAsync(() -> cluster.await(() -> cluster.primary() != null, Duration.ofHours(1)));
        await().until(() -> cluster.pause(SECOND).compareTo(SECOND) < 0);

        cluster.responded(b, writable(8));

        await().until(waiting::isDone);
        assertThat(waiting.join()).isTrue();
        assertThat(cluster.pause(SECOND)).as("when nobody waits").isEqualTo(SECOND);
    }

    @Test
    void theWaitEndsWithItsTime() {
        assertThat(cluster.await(() -> false, Duration.ZERO)).isFalse();
        assertThat(cluster.await(() -> true, Duration.ZERO)).isTrue();
    }

    private static NodeAddress nowhere(String name) {
        return new NodeAddress(name, "jdbc:mysql://localhost:1/" + name);
    }

    private static Report writable(long term) {
        return new Report(true, MySqlGtidSet.parse(A + ":1-9"), Applier.NONE, A, term);
    }

    private static Report readOnly(long term) {
        return new Report(false, MySqlGtidSet.parse(A + ":1-9"), Applier.RUNNING, "b", term);
    }
}

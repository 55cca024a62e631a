package com.foobar.web.infrastructure.failover;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.TransientDataAccessResourceException;

import com.foobar.replication.status.Applier;
import com.foobar.replication.status.Lag;
import com.foobar.replication.status.NodeStatus;
import com.foobar.replication.status.Role;
import com.foobar.web.infrastructure.failover.Failover.Agent;
import com.foobar.web.infrastructure.failover.Failover.Lease;
import com.foobar.web.infrastructure.failover.Failover.Term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

class FailoverWatchTests {

    private static final Term TERM = new Term(7, "mysql-1", Instant.EPOCH, "failover");
    private static final NodeStatus NODE = new NodeStatus("mysql-1", Role.PRIMARY, true, true, Applier.NONE, null,
            Lag.NONE, false, null);

    private final AtomicInteger questions = new AtomicInteger();
    private final AtomicLong now = new AtomicLong();
    private final List<NodeStatus> nodes = new ArrayList<>(List.of(NODE));
    private final Terms terms = mock(Terms.class);
    private HttpServer agent;
    private String state = """
            {"node":"mysql-1","primary":"mysql-1","partner":"mysql-2","term":7,"leader":"mysql-1",
            "storeReachable":true}""";

    @BeforeEach
    void startAgent() throws IOException {
        when(terms.last()).thenReturn(Optional.of(TERM));
        agent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        agent.createContext("/state", exchange -> {
            questions.incrementAndGet();
            byte[] body = state.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        agent.start();
    }

    @AfterEach
    void stopAgent() {
        agent.stop(0);
    }

    @Test
    void whatAgentsAndDatabaseSayIsTold() {
        Failover failover = watch().present();

        assertThat(failover.automatic()).isTrue();
        assertThat(failover.lease()).contains(new Lease("mysql-1", "mysql-1", "mysql-2", 7));
        assertThat(failover.lastTerm()).isEqualTo(TERM);
    }

    @Test
    void agentWithoutLeaderAndPartnerSaysSo() {
        state = """
                {"node":"mysql-1","primary":"mysql-1","partner":null,"term":7,"leader":null,"storeReachable":true}""";

        assertThat(watch().present().lease()).contains(new Lease(null, "mysql-1", null, 7));
    }

    @Test
    void leaseOfAnAgentThatDoesNotReachTheStoreDoesNotCount() {
        state = state.replace("true", "false");

        Failover failover = watch().present();

        assertThat(failover.lease()).isEmpty();
        assertThat(failover.agents()).extracting(Agent::storeReachable).containsExactly(false);
    }

    @Test
    void agentThatIsAwayOrSaysNonsenseIsSilent() {
        state = "no JSON";
        assertThat(watch().present().agents()).containsExactly(new Agent("127.0.0.1", null, false));

        agent.stop(0);
        assertThat(watch().present().agents()).containsExactly(new Agent("127.0.0.1", null, false));
    }

    @Test
    void agentsAreAskedAtMostOnceASecondAndOnlyIfSomebodyAsks() {
        FailoverWatch watch = watch();
        assertThat(questions).hasValue(0);

        watch.present();
        now.set(Duration.ofSeconds(1).toNanos() - 1);
        watch.present();
        assertThat(questions).hasValue(1);

        now.set(Duration.ofSeconds(1).toNanos());
        watch.present();
        assertThat(questions).hasValue(2);
    }

    @Test
    void lastTermIsKeptWhileTheDatabaseIsAway() {
        FailoverWatch watch = watch();
        watch.present();

        when(terms.last()).thenThrow(new TransientDataAccessResourceException("No database responds."));
        now.set(Duration.ofSeconds(1).toNanos());
        assertThat(watch.present().lastTerm()).isEqualTo(TERM);

        nodes.clear();
        now.set(Duration.ofSeconds(2).toNanos());
        assertThat(watch.present().lastTerm()).isEqualTo(TERM);
    }

    @Test
    void withoutAgentsFailoverIsByHandAndNobodyIsAsked() {
        assertThat(watch(List.of()).present()).isEqualTo(Failover.BY_HAND);
        verifyNoInteractions(terms);
    }

    @Test
    void addressOfAnAgentHasAHost() {
        assertThatThrownBy(() -> new AgentProperties(List.of(URI.create("mysql-1:9105"))))
                .hasMessageContaining("foobar.infrastructure.agents must be URLs");
    }

    private FailoverWatch watch() {
        return watch(List.of(URI.create("http://127.0.0.1:" + agent.getAddress().getPort())));
    }

    private FailoverWatch watch(List<URI> agents) {
        return new FailoverWatch(new AgentProperties(agents), terms, () -> nodes, now::get);
    }
}

package com.foobar.gateway.server;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import com.foobar.gateway.balancing.Algorithm;
import com.foobar.gateway.balancing.Mode;
import com.foobar.gateway.server.PoolProperties.Dns;
import com.foobar.gateway.server.PoolProperties.ServerProperties;
import com.foobar.gatewayview.ServerState;

import static org.assertj.core.api.Assertions.assertThat;

class PoolTests {

    private final Pool pool = pool(Mode.ACTIVE_ACTIVE, null, server("a", false), server("b", false));
    private final Server a = pool.servers().getFirst();
    private final Server b = pool.servers().getLast();

    @Test
    void serversThatNobodyKnowsAreTriedBeforeTheFirstCheck() {
        assertThat(pool.choose(0, 0)).isIn(a, b);
        assertThat(pool.servers()).extracting(server -> server.status().state()).containsOnly(ServerState.STARTING);
    }

    @Test
    void gatewayIsCutOffFromTheFirstRoundOfChecksWithoutAResponse() {
        assertThat(pool.isCutOff()).isFalse();
        up(a, b);
        fails(a);
        assertThat(pool.isCutOff()).isFalse();
        fails(b);
        assertThat(pool.isCutOff()).isTrue();
        up(b);
        assertThat(pool.isCutOff()).isFalse();
    }

    @Test
    void gatewayIsCutOffUntilAServerIsUpAgain() {
        up(a, b);
        for (Server server : List.of(a, b, a, b)) {
            fails(server);
        }
        up(a);
        assertThat(pool.isCutOff()).isTrue();
        up(a);
        assertThat(pool.isCutOff()).isFalse();
    }

    @Test
    void gatewayIsCutOffIfItReachesOnlyServersThatMustNotServe() {
        up(a, b);
        fails(a);
        pool.update(b, machine -> machine.checkRefused("not ready"));
        assertThat(pool.isCutOff()).isTrue();
        pool.control(b, AdminState.MAINTENANCE, 0);
        assertThat(pool.isCutOff()).isTrue();
    }

    private void fails(Server server) {
        pool.update(server, machine -> machine.checkFailed("gone", true));
    }

    @Test
    void connectFailuresInARowEject() {
        up(a, b);
        connectFails(a, 4);
        pool.succeeded(a);
        connectFails(a, 4);
        assertThat(a.isEjected()).isFalse();
        connectFails(a, 1);
        assertThat(a.status().state()).isEqualTo(ServerState.EJECTED);
        assertThat(a.status().reason()).isEqualTo("5 connections in a row failed, the last with: refused");
        assertThat(pool.choose(0, 0)).isSameAs(b);
        assertThat(a.traffic().ejections()).isOne();
    }

    private void connectFails(Server server, int times) {
        IntStream.range(0, times).forEach(i -> pool.connectFailed(server, "refused", 0));
    }

    @Test
    void failuresThatAnotherServerDidNotShareEject() {
        up(a, b);
        IntStream.range(0, 4).forEach(client -> pool.failed(a, "reset", client, true, 0));
        assertThat(a.isEjected()).isFalse();
        pool.failed(a, "reset", 4, true, 0);
        assertThat(a.status().state()).isEqualTo(ServerState.EJECTED);
        assertThat(a.status().reason()).isEqualTo("5 of its last 10 requests failed, the last with: reset");
    }

    @Test
    void failuresOfOneClientOnlyMakeAServerSuspected() {
        up(a, b);
        List<Server> suspected = new ArrayList<>();
        pool.listen(new PoolListener() {

            @Override
            public void suspected(Server server, Server other, String why) {
                suspected.add(server);
            }
        });
        IntStream.range(0, 5).forEach(i -> pool.failed(a, "reset", 1, true, 0));
        assertThat(suspected).containsExactly(a);
        pool.clear(a);
        pool.failed(a, "reset", 1, true, 0);
        assertThat(suspected).hasSize(1);
        assertThat(a.isEjected()).isFalse();
    }

    @Test
    void onlyServerIsNeverLeftOutForWhatItFails() {
        Pool alone = pool(Mode.ACTIVE_ACTIVE, null, server("a", false));
        Server only = alone.servers().getFirst();
        alone.update(only, machine -> machine.checkPassed(0));
        IntStream.range(0, 20).forEach(client -> alone.failed(only, "reset", client, true, 0));
        assertThat(only.isEjected()).isFalse();
    }

    @Test
    void failuresBeforeAnEjectionDoNotCountAfterIt() {
        up(a, b);
        connectFails(a, 9);
        assertThat(a.isEjected()).isTrue();
        pool.tick(5_000_000_000L);
        pool.connectFailed(a, "refused", 5_000_000_000L);
        assertThat(a.isEjected()).isFalse();
    }

    @Test
    void failuresDuringSlowStartCountAfterIt() {
        Pool slow = pool(Mode.ACTIVE_ACTIVE, null, Duration.ofSeconds(10), server("a", false), server("b", false));
        Server back = slow.servers().getFirst();
        slow.servers().forEach(server -> slow.update(server, machine -> machine.checkPassed(0)));
        slow.control(back, AdminState.DRAIN, 0);
        slow.control(back, AdminState.READY, 0);
        assertThat(back.status().state()).isEqualTo(ServerState.SLOW_START);
        IntStream.range(0, 4).forEach(i -> slow.connectFailed(back, "refused", 0));
        slow.tick(Duration.ofSeconds(10).toNanos());
        assertThat(back.status().state()).isEqualTo(ServerState.UP);
        slow.connectFailed(back, "refused", Duration.ofSeconds(10).toNanos());
        assertThat(back.isEjected()).isTrue();
    }

    @Test
    void neverMoreThanTheShareIsEjected() {
        up(a, b);
        connectFails(a, 20);
        connectFails(b, 20);
        assertThat(b.isEjected()).isFalse();
    }

    @Test
    void ejectedServersAreTriedWhereNoOtherIsUp() {
        up(a, b);
        connectFails(a, 5);
        pool.update(b, machine -> machine.checkRefused("not ready"));
        assertThat(pool.isInPanic()).isTrue();
        assertThat(pool.choose(0, 0)).isSameAs(a);
    }

    @Test
    void retryTakesAServerThatWasNotTried() {
        up(a, b);
        assertThat(pool.chooseOther(0, 0, List.of(a))).isSameAs(b);
        assertThat(pool.chooseOther(0, 0, List.of(a, b))).isNull();
    }

    @Test
    void retryMayTakeAStandbyServer() {
        Pool withStandby = pool(Mode.ACTIVE_PASSIVE, null, server("a", false), server("b", true));
        Server active = withStandby.servers().getFirst();
        Server standby = withStandby.servers().getLast();
        withStandby.update(active, machine -> machine.checkPassed(0));
        withStandby.update(standby, machine -> machine.checkPassed(0));
        assertThat(withStandby.choose(0, 0)).isSameAs(active);
        assertThat(withStandby.chooseOther(0, 0, List.of(active))).isSameAs(standby);
    }

    @Test
    void serversFollowTheAddressesOfAName() throws UnknownHostException {
        Dns dns = new Dns("web", 8080, Duration.ofSeconds(1));
        Pool followed = pool(Mode.ACTIVE_ACTIVE, dns);
        InetAddress one = InetAddress.getByName("10.0.0.1");
        InetAddress two = InetAddress.getByName("10.0.0.2");
        new DnsDiscovery(followed, dns, name -> Mono.just(List.of(two, one))).follow().block();
        Server stays = followed.server("10.0.0.2:8080").orElseThrow();
        assertThat(followed.servers()).extracting(Server::name).containsExactly("10.0.0.1:8080", "10.0.0.2:8080");
        new DnsDiscovery(followed, dns, name -> Mono.just(List.of(two))).follow().block();
        assertThat(followed.servers()).containsExactly(stays);
        new DnsDiscovery(followed, dns, name -> Mono.error(new UnknownHostException())).follow().block();
        new DnsDiscovery(followed, dns, name -> Mono.just(List.of())).follow().block();
        assertThat(followed.servers()).containsExactly(stays);
    }

    @Test
    void quantilesAreCloseToTheTruth() {
        ServerStats traffic = new ServerStats();
        IntStream.rangeClosed(1, 1_000).forEach(millis -> traffic.responded(millis * 1_000_000L));
        assertThat(traffic.quantileMicros(0.5)).isBetween(500_000L, 570_000L);
        assertThat(traffic.quantileMicros(0.99)).isBetween(990_000L, 1_120_000L);
    }

    private void up(Server... servers) {
        for (Server server : servers) {
            pool.update(server, machine -> machine.checkPassed(0));
        }
    }

    private static Pool pool(Mode mode, @Nullable Dns dns, ServerProperties... servers) {
        return pool(mode, dns, Duration.ZERO, servers);
    }

    private static Pool pool(Mode mode, @Nullable Dns dns, Duration slowStart, ServerProperties... servers) {
        return new Pool(new PoolProperties(Algorithm.ROUND_ROBIN, mode, List.of(servers), dns),
                new HealthProperties("/readyz", Duration.ofSeconds(1), Duration.ofSeconds(1), 2, 2, slowStart),
                new EjectionProperties(5, Duration.ofSeconds(10), 10, 50, "/", Duration.ofSeconds(5),
                        Duration.ofSeconds(60), 50));
    }

    private static ServerProperties server(String name, boolean standby) {
        return new ServerProperties(name, URI.create("http://" + name + ":8080"), 1, standby);
    }
}

package com.foobar.gateway.server;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.foobar.gateway.server.PoolProperties.ServerProperties;
import com.foobar.gatewayview.GatewayView;

import static org.assertj.core.api.Assertions.assertThat;

class ViewHeaderTests {

    private final ViewHeader view = new ViewHeader("gateway-1");

    @Test
    void nothingButItsNameIsKnownOfAServerBeforeItsFirstCheck() {
        assertThat(view.of(List.of(server("server-1")))).isEqualTo("gateway-1 server-1=STARTING;0;0.0;-;0");
    }

    @Test
    void eachServerIsDescribed() {
        Server busy = server("server-1");
        busy.machine().checkPassed(0);
        busy.refresh(Instant.EPOCH);
        busy.path(busy.path().passed("nginx-1/web-app-1"));
        busy.begin();
        Server broken = server("server-2");
        broken.path(broken.path().passed("nginx-2/web-app-2").failed("nginx-2"));
        broken.machine().checkRefused("503");
        broken.refresh(Instant.EPOCH);

        assertThat(view.of(List.of(busy, broken))).isEqualTo(
                "gateway-1 server-1=UP;1;0.0;nginx-1/web-app-1;2 server-2=DOWN;0;0.0;nginx-2/web-app-2;1");
    }

    @Test
    void whoIsToBlameIsUnclearWhereACheckWasTakenAndNotAnswered() {
        Server hanging = server("server-1");
        hanging.path(hanging.path().passed("nginx-1/web-app-1").noResponse(true));
        Server gone = server("server-2");
        gone.path(gone.path().passed("nginx-2/web-app-2").noResponse(false));

        assertThat(view.of(List.of(hanging, gone))).isEqualTo("gateway-1 "
                + "server-1=STARTING;0;0.0;nginx-1/web-app-1;? server-2=STARTING;0;0.0;nginx-2/web-app-2;0");
    }

    @Test
    void neverIsItLongerThanItsServersTake() {
        List<Server> many = IntStream.range(0, 500).mapToObj(i -> server("server-" + i)).toList();

        String all = view.of(many);

        assertThat(all).hasSizeLessThanOrEqualTo(GatewayView.LONGEST);
        int described = all.split(" ", -1).length - 2;
        assertThat(all).endsWith(" +" + (500 - described));
    }

    @ParameterizedTest
    @CsvSource({ "nginx-1/web-app-1, 2", "nginx-1, 1", "web-app-1, 0", "nginx, 0", "other, 0", "'', 0", ", 0" })
    void whoAnsweredAFailedCheckIsCountedFromTheFront(@Nullable String servedBy, int answering) {
        ServerPath path = ServerPath.UNKNOWN.passed("nginx-1/web-app-1").failed(servedBy);

        assertThat(path).isEqualTo(new ServerPath("nginx-1/web-app-1", answering));
    }

    @ParameterizedTest
    @CsvSource({ "a b", "a;b", "/", "a/", "'a=b'", "''", "a/b/c/d/e" })
    void namesThatWouldBreakTheHeaderAreNotPassedOn(String servedBy) {
        assertThat(ServerPath.UNKNOWN.passed(servedBy)).isEqualTo(ServerPath.UNKNOWN);
        assertThat(ServerPath.UNKNOWN.failed(servedBy)).isEqualTo(ServerPath.UNKNOWN);
    }

    private static Server server(String name) {
        return new Server(new ServerProperties(name, URI.create("http://" + name + ":8080"), 1, false),
                new HealthProperties("/readyz", Duration.ofSeconds(1), Duration.ofSeconds(1), 2, 2, Duration.ZERO),
                new EjectionProperties(5, Duration.ofSeconds(10), 10, 50, "/", Duration.ofSeconds(5),
                        Duration.ofSeconds(60), 50));
    }
}

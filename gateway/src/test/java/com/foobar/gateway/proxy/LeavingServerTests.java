package com.foobar.gateway.proxy;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import com.foobar.gateway.Backend;
import com.foobar.gateway.RunningGateway;
import com.foobar.gateway.server.PoolProperties;

import static org.assertj.core.api.Assertions.assertThat;

class LeavingServerTests {

    private static final Backend one = new Backend("one");
    private static final Backend two = new Backend("two");
    private static final RunningGateway gateway = RunningGateway.before(List.of(one, two),
            "foobar.gateway.upstream.response-timeout=1s");

    @AfterAll
    static void stop() {
        gateway.close();
        one.close();
        two.close();
    }

    @Test
    void requestWhoseSilentServerHasLeftThePoolGetsAnAnswer() throws Exception {
        one.behave(Backend.silence());
        two.behave(Backend.silence());
        CompletableFuture<HttpResponse<String>> waiting = gateway.client().sendAsync(gateway.request("/").build(),
                BodyHandlers.ofString());
        Awaitility.await().until(() -> one.received() + two.received() == 1);
        Backend stays = one.received() == 1 ? two : one;
        stays.reset();
        PoolProperties properties = gateway.bean(PoolProperties.class);
        gateway.pool().replace(
                properties.servers().stream().filter(server -> server.uri().getPort() == stays.port()).toList());
        assertThat(waiting.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }
}

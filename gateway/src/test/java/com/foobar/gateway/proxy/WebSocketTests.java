package com.foobar.gateway.proxy;

import java.net.URI;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import com.foobar.gateway.Backend;
import com.foobar.gateway.RunningGateway;

import static org.assertj.core.api.Assertions.assertThat;

class WebSocketTests {

    private static final Backend backend = new Backend("one").behave((request, response) -> response
            .sendWebsocket((in, out) -> out.sendString(in.receive().asString().map(text -> text + " from "
                    + request.requestHeaders().get("X-Forwarded-For") + " for " + request.requestHeaders().get("Host")
                    + " via " + request.requestHeaders().get("Via") + request.uri()))));
    private static final RunningGateway gateway = RunningGateway.before(List.of(backend));

    @AfterAll
    static void stop() {
        gateway.close();
        backend.close();
    }

    @Test
    void passesThroughAndIsCounted() throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        WebSocket socket = gateway.client().newWebSocketBuilder().header("X-Forwarded-For", "6.6.6.6")
                .buildAsync(URI.create("ws://localhost:" + gateway.port() + "/chat?room=1"), new WebSocket.Listener() {

                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                        answer.complete(text.toString());
                        return CompletableFuture.completedStage(null);
                    }
                }).get(10, TimeUnit.SECONDS);
        socket.request(1);
        socket.sendText("hello", true).get(10, TimeUnit.SECONDS);
        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(
                "hello from 127.0.0.1 for localhost:" + gateway.port() + " via 1.1 gateway-1/chat?room=1");
        assertThat(gateway.pool().servers().getFirst().inFlight()).isOne();
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(10, TimeUnit.SECONDS);
        gateway.awaitIdle();
    }
}

package com.foobar.gateway.admin;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.foobar.gateway.Backend;
import com.foobar.gateway.RunningGateway;
import com.foobar.gatewayview.ServerState;

import static org.assertj.core.api.Assertions.assertThat;

class ControlTests {

    private static final Backend one = new Backend("one");
    private static final Backend two = new Backend("two");
    private static final RunningGateway gateway = RunningGateway.before(List.of(one, two),
            "foobar.gateway.admin.password=secret", "foobar.gateway.health.slow-start=0s");

    @AfterEach
    void ready() throws Exception {
        control("server-1", "ready", "secret");
        gateway.await(1, ServerState.UP);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        one.close();
        two.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "drain", "maintenance" })
    void serverTakenOutGetsNoMoreRequests(String state) throws Exception {
        assertThat(control("server-1", state, "secret").statusCode()).isEqualTo(200);
        one.reset();
        for (int i = 0; i < 6; i++) {
            assertThat(gateway.get("/").body()).isEqualTo("two");
        }
        assertThat(one.received()).isZero();
    }

    @Test
    void controlNeedsThePassword() throws Exception {
        assertThat(control("server-1", "drain", "guess").statusCode()).isEqualTo(401);
        assertThat(gateway.pool().servers().getFirst().status().state()).isEqualTo(ServerState.UP);
    }

    @Test
    void otherSitesHaveNoControl() throws Exception {
        HttpResponse<String> answer = gateway
                .send(control("server-1", "drain").header("Origin", "https://example.com").header("Authorization",
                        basic("secret")));
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void unknownServerOrStateIsRefused() throws Exception {
        assertThat(control("server-9", "drain", "secret").statusCode()).isEqualTo(404);
        assertThat(control("server-1", "asleep", "secret").statusCode()).isEqualTo(400);
    }

    @Test
    void pageShowsItselfWithoutInlineScript() throws Exception {
        HttpResponse<String> page = gateway.send(HttpRequest.newBuilder(uri("/balancer")));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("script-src 'self'");
        assertThat(page.body()).doesNotContainPattern("<script(?![^>]*src=)").doesNotContain("style=\"");
    }

    @Test
    void figuresAreThereForEachServer() throws Exception {
        gateway.get("/");
        assertThat(gateway.send(HttpRequest.newBuilder(uri("/actuator/prometheus"))).body()).contains(
                "foobar_gateway_requests_seconds_bucket{server=\"server-1\",status=\"2xx\"",
                "foobar_gateway_in_flight{server=\"server-2\"}",
                "foobar_gateway_server_state{server=\"server-2\",state=\"up\"} 1.0");
    }

    @Test
    void memoryOfTheProcessIsThere() throws Exception {
        assertThat(gateway.send(HttpRequest.newBuilder(uri("/actuator/prometheus"))).body())
                .contains("process_memory_anonymous_bytes ", "process_memory_limit_bytes ");
    }

    private static HttpResponse<String> control(String server, String state, String password) throws Exception {
        return gateway.send(control(server, state).header("Authorization", basic(password)));
    }

    private static HttpRequest.Builder control(String server, String state) {
        return HttpRequest.newBuilder(uri("/actuator/balancer/" + server)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"state\":\"" + state + "\"}"));
    }

    private static String basic(String password) {
        return "Basic " + Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static URI uri(String path) {
        return URI.create("http://localhost:" + gateway.managementPort() + path);
    }
}

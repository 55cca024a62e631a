package com.foobar.system;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SystemTest
class ServersIT {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private static final String SERVER_1 = "nginx-1/web-app-1";

    private static final String SERVER_2 = "nginx-2/web-app-2";

    private final Suite suite;

    ServersIT(Suite suite) {
        this.suite = suite;
    }

    @AfterEach
    void makeWhole() {
        suite.mend();
        awaitBothServers();
    }

    @ParameterizedTest
    @CsvSource({ "kill, web-app-1, start", "kill, nginx-1, start", "pause, web-app-1, unpause",
            "pause, nginx-1, unpause" })
    void brokenServerCostsNoReaderAnErrorAndComesBack(String breaking, String service, String mending) {
        awaitBothServers();
        try (Load load = Load.on(suite)) {
            // 1. Break the service under load.
            load.awaitMore(100);
            suite.docker(breaking, service);

            // 2. Wait until the other server gets all traffic.
            await("only server 2 answers").atMost(LIMIT).pollInterval(Duration.ofSeconds(1)).untilAsserted(
                    () -> assertThat(load.serversSinceLastAsked()).as(suite::state).isNotEmpty()
                            .containsOnly(SERVER_2));

            // 3. Mend the service, and wait until its server gets its share again.
            suite.docker(mending, service);
            await("server 1 answers again").atMost(LIMIT).pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(load.serversSinceLastAsked()).contains(SERVER_1));

            // 4. No request failed.
            assertThat(load.failures()).as(suite::state).isEmpty();
        }
    }

    @Test
    void serverThatAnswersEverythingWithAnErrorCostsNoReaderOne() {
        awaitBothServers();
        try (Load load = Load.on(suite)) {
            // 1. Make the Nginx of server 1 respond with 500 to everything except the health checks.
            load.awaitMore(100);
            suite.exec("nginx-1", "sed", "-i", "s|location / {|location / { return 500;|",
                    "/etc/nginx/conf.d/server.conf");
            suite.exec("nginx-1", "nginx", "-s", "reload");

            // 2. Wait until the server is ejected, although its health checks pass.
            await("only server 2 answers").atMost(LIMIT).pollInterval(Duration.ofSeconds(1)).untilAsserted(
                    () -> assertThat(load.serversSinceLastAsked()).as(suite::state).isNotEmpty()
                            .containsOnly(SERVER_2));

            // 3. Mend the server: Nginx writes its configuration again when its container starts.
            suite.docker("restart", "nginx-1");
            await("server 1 answers again").atMost(LIMIT).pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(load.serversSinceLastAsked()).contains(SERVER_1));

            // 4. No request failed.
            assertThat(load.failures()).as(suite::state).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "web-app-1", "nginx-1" })
    void restartUnderLoadLosesNoRequest(String service) {
        awaitBothServers();
        try (Load load = Load.on(suite)) {
            load.awaitMore(100);
            suite.docker("restart", "--time", "60", service);
            await("it is healthy again").atMost(LIMIT).pollInterval(Duration.ofSeconds(1)).until(suite::isHealthy);
            load.awaitMore(200);
            assertThat(load.failures()).as(suite::state).isEmpty();
        }
    }

    @Test
    void withoutAnyServerClientsAreToldAndTheFirstServerBackEndsIt() {
        // 1. Stop both servers.
        suite.docker("kill", "web-app-1");
        suite.docker("kill", "web-app-2");

        // 2. Wait for the error page at both gateways.
        for (int gateway : List.of(1, 2)) {
            String home = suite.https(gateway) + "/?request=nobody";
            await("a page that says so").atMost(LIMIT).untilAsserted(() -> {
                HttpResponse<String> answer = suite.client().get(home);
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After").orElse("")).matches("\\d+");
                assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
            });
        }

        // 3. As soon as one server is back, pages are served again.
        suite.docker("start", "web-app-2");
        for (int gateway : List.of(1, 2)) {
            await("a page again").atMost(LIMIT).untilAsserted(() -> assertThat(
                    suite.client().get(suite.https(gateway) + "/?request=back").statusCode()).isEqualTo(200));
        }
    }

    private void awaitBothServers() {
        await("both servers answer through both gateways").atMost(LIMIT).pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    for (int gateway : List.of(1, 2)) {
                        List<String> seen = new ArrayList<>();
                        for (int request = 0; request < 20; request++) {
                            HttpResponse<String> answer = suite.client()
                                    .get(suite.https(gateway) + "/?request=" + request);
                            assertThat(answer.statusCode()).as(suite::state).isEqualTo(200);
                            seen.add(answer.headers().firstValue("X-Served-By").orElse("nobody"));
                        }
                        assertThat(seen).contains(SERVER_1, SERVER_2);
                    }
                });
    }
}

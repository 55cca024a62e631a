package com.foobar.system;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import com.jayway.jsonpath.InvalidJsonException;
import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.foobar.compose.Commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SystemTest
class LogsIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private static final int LINES = 500;

    private final Suite suite;

    LogsIT(Suite suite) {
        this.suite = suite;
    }

    @Test
    void idOfARequestShowsItsWayThroughGatewayNginxAndWebApp() {
        HttpResponse<String> page = suite.client().get(suite.https(1) + "/?request=" + UUID.randomUUID());
        String id = page.headers().firstValue("X-Request-ID").orElseThrow();
        String[] server = page.headers().firstValue("X-Served-By").orElseThrow().split("/", -1);

        Map<String, Object> atGateway = lineOf("gateway-1", id);
        assertThat(atGateway).containsEntry("service", "gateway").containsEntry("instance", "gateway-1")
                .containsEntry("method", "GET").containsEntry("path", "/").containsEntry("status", 200)
                .containsEntry("upstream", server[0].replace("nginx", "server"))
                .containsKeys("time", "level", "duration");
        Map<String, Object> atNginx = lineOf(server[0], id);
        assertThat(atNginx).containsEntry("service", "nginx").containsEntry("instance", server[0])
                .containsEntry("method", "GET").containsEntry("path", "/").containsEntry("status", 200)
                .containsKeys("time", "level", "duration", "upstream");
        Map<String, Object> atWebApp = lineOf(server[1], id);
        assertThat(atWebApp).containsEntry("service", "web-app").containsEntry("instance", server[1])
                .containsEntry("method", "GET").containsEntry("route", "/").containsEntry("status", 200)
                .containsKeys("time", "level", "duration", "upstream");
        assertThat(List.of(atGateway, atNginx, atWebApp)).allSatisfy(
                line -> assertThat(Objects.toString(line.get("client"))).matches("\\d+\\.\\d+\\.\\d+\\.0"));
    }

    @Test
    void whatPeopleTypeIsInNoLog() {
        String typed = "typed" + UUID.randomUUID().toString().replace("-", "");
        HttpResponse<String> page = suite.client().get(suite.https(1) + "/?q=" + typed);
        String id = page.headers().firstValue("X-Request-ID").orElseThrow();
        String[] server = page.headers().firstValue("X-Served-By").orElseThrow().split("/", -1);
        for (String service : List.of("gateway-1", server[0], server[1])) {
            lineOf(service, id);
            assertThat(suite.log(service, LINES)).as(service).doesNotContain(typed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "gateway-address", "gateway-1", "gateway-2", "nginx-1", "nginx-2", "web-app-1",
            "web-app-2" })
    void everyEventOnStandardOutputIsALineOfJsonThatSaysWhenWhoAndHowBad(String service) {
        suite.client().get(suite.https(1) + "/?request=" + UUID.randomUUID());
        suite.client().get(suite.https(2) + "/?request=" + UUID.randomUUID());
        List<String> lines = Commands
                .run("bash", "-c",
                        "docker logs --tail " + LINES + " " + suite.container(service).getId() + " 2>/dev/null")
                .lines().toList();
        assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(json(line)).containsKeys("time", "level")
                .containsEntry("service", service.replaceAll("-\\d$", "")).containsEntry("instance", service));
    }

    @ParameterizedTest
    @ValueSource(strings = { "prometheus", "alertmanager", "mysqld-exporter-1", "nginx-exporter-1",
            "blackbox-exporter", "node-exporter" })
    void whatWatchesWritesJsonToo(String service) {
        assertThat(suite.log(service, LINES).lines()).isNotEmpty()
                .allSatisfy(line -> assertThat(json(line)).containsKeys("time", "level", "msg"));
    }

    private Map<String, Object> lineOf(String service, String id) {
        return json(await("the line of " + id + " from " + service).atMost(LIMIT)
                .until(() -> suite.log(service, LINES).lines().filter(line -> line.contains(id)).toList(),
                        lines -> !lines.isEmpty())
                .getFirst());
    }

    private static Map<String, Object> json(String line) {
        try {
            return JsonPath.read(line, "$");
        } catch (InvalidJsonException | ClassCastException cause) {
            throw new AssertionError("This is no object in JSON: " + line, cause);
        }
    }
}

package com.foobar.system;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StartOrderTests {

    static List<String> lastingServices() {
        return List.copyOf(ComposeFile.lastingServices().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = { "web-app", "gateway" })
    void secondOfTwoJvmsWaitsUntilTheFirstIsWell(String module) {
        assertThat(dependencies(module + "-2").get(module + "-1")).containsEntry("condition", "service_healthy");
        assertThat(dependencies(module + "-1")).containsOnlyKeys("secrets");
    }

    @ParameterizedTest
    @MethodSource("lastingServices")
    void serviceNeedsNothingButTheSecretsToStart(String service) {
        dependencies(service).forEach((name, dependency) -> assertThat("secrets".equals(name)
                || Boolean.FALSE.equals(dependency.get("required"))).as("%s may start without %s", service, name)
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("lastingServices")
    void serviceIsRestartedAndGivenUpOnOnlyAfterTwentyMinutes(String service) {
        Map<String, Object> settings = ComposeFile.services().get(service);
        assertThat(settings).containsEntry("restart", "unless-stopped").containsKey("mem_limit");
        Map<String, Object> check = map(settings.get("healthcheck"));
        assertThat(duration(check, "start_period")).isGreaterThanOrEqualTo(Duration.ofMinutes(20));
        assertThat(duration(check, "timeout")).isGreaterThanOrEqualTo(Duration.ofSeconds(10));
        assertThat(duration(check, "start_interval")).isGreaterThanOrEqualTo(
                service.matches("(gateway|web-app|mysql)-.*") ? Duration.ofSeconds(3) : Duration.ofSeconds(1));
    }

    private static Duration duration(Map<String, Object> check, String name) {
        return Duration.parse("PT" + check.get(name));
    }

    private static Map<String, Map<String, Object>> dependencies(String service) {
        Object dependencies = ComposeFile.services().get(service).get("depends_on");
        return dependencies == null ? Map.of() : map(dependencies);
    }

    @SuppressWarnings("unchecked")
    private static <T> Map<String, T> map(Object value) {
        return (Map<String, T>) value;
    }
}

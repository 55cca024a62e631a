package com.foobar.system;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;

import com.foobar.system.Dashboard.Panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@SystemTest
class DashboardsIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** The panels that may have no data while all is well, and why. */
    private static final Map<String, String> EMPTY_WHILE_ALL_IS_WELL = Map.of("overview: Alerts now",
            "lists the alerts, and none need be on", "application: Reads not on a replica",
            "a cause is counted from its first time on", "application: Waits for one's own writes",
            "nobody waits whose writes the replica has already");

    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.+), (\\w+)\\)");

    private final Suite suite;

    private final Prometheus prometheus;

    DashboardsIT(Suite suite) {
        this.suite = suite;
        this.prometheus = suite.prometheus();
    }

    @Test
    void everyQueryOfEveryPanelReturnsDataWhilePeopleRead() {
        List<Panel> panels = Dashboard.all().stream().flatMap(dashboard -> dashboard.panels().stream()).toList();
        try (Load load = Load.on(suite)) {
            load.awaitMore(100);
            await("data for every panel").atMost(LIMIT).pollInterval(Duration.ofSeconds(5)).untilAsserted(() -> {
                Set<String> without = new TreeSet<>();
                for (Panel panel : panels) {
                    panel.queries().stream().filter(query -> !hasData(query))
                            .forEach(query -> without.add(panel + ": " + query));
                }
                without.removeIf(query -> EMPTY_WHILE_ALL_IS_WELL.keySet().stream().anyMatch(query::startsWith));
                assertThat(without).isEmpty();
            });
        }
    }

    @Test
    void everyAnnotationIsAQueryThatPrometheusTakes() {
        for (Dashboard dashboard : Dashboard.all()) {
            for (String query : dashboard.texts("$.annotations.list[?(@.expr)].expr")) {
                assertThat(prometheus.query(query)).as(query).isNotNull();
            }
        }
    }

    @Test
    void everyVariableHasValues() {
        for (Dashboard dashboard : Dashboard.all()) {
            for (Map<String, Object> variable : dashboard.objects("$.templating.list[*]")) {
                Matcher query = LABEL_VALUES.matcher(Objects.toString(variable.get("definition")));
                assertThat(query.matches()).as("%s", variable.get("definition")).isTrue();
                assertThat(prometheus.labelValues(query.group(1), query.group(2))).as("%s of %s", variable.get("name"),
                        dashboard).hasSize(2);
            }
        }
    }

    @Test
    void exceptionsAreOfPanelsThatExist() {
        assertThat(Dashboard.all().stream().flatMap(dashboard -> dashboard.panels().stream()).map(Panel::toString))
                .containsAll(EMPTY_WHILE_ALL_IS_WELL.keySet());
    }

    @Test
    void grafanaHasLoadedEveryDashboard() {
        String grafana = suite.operations("GRAFANA");
        String version = JsonPath.read(suite.client().get(grafana + "/api/health").body(), "$.version");
        assumeTrue(version.matches("\\d+\\.\\d+\\..*"), "what answers at Grafana's port is no Grafana: " + version);

        List<String> loaded = JsonPath.read(suite.client().get(grafana + "/api/search?type=dash-db").body(),
                "$[*].uid");
        assertThat(loaded).containsAll(Dashboard.all().stream().map(dashboard -> dashboard.text("$.uid")).toList());
    }

    /**
     * Returns whether a query has data, with the variables set as in Grafana: all values selected, and the shortest
     * rate interval for a scrape interval of 5 seconds.
     */
    private boolean hasData(String query) {
        String asked = query.replace("$__rate_interval", "20s").replace("$instance", ".*").replace("$server", ".*");
        return prometheus.query(asked).stream().anyMatch(series -> !Double.isNaN(series.value()));
    }
}

package com.foobar.system;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.foobar.system.Dashboard.Panel;

import static org.assertj.core.api.Assertions.assertThat;

class DashboardTests {

    /** The oldest schema version that Grafana 12 writes; it migrates an older version at each load. */
    private static final int SCHEMA = 41;

    private static final int COLUMNS = 24;

    /** The panel types of Grafana 12 that need no plugin and are still developed. */
    private static final Set<String> TYPES = Set.of("row", "stat", "timeseries", "table", "heatmap", "state-timeline",
            "gauge", "bargauge", "barchart", "piechart", "text");

    static List<Dashboard> dashboards() {
        return Dashboard.all();
    }

    static List<Panel> panels() {
        return Dashboard.all().stream().flatMap(dashboard -> dashboard.panels().stream()).toList();
    }

    @Test
    void dashboardsAreTheOnesThatPeopleLookFor() {
        assertThat(dashboards()).extracting(Dashboard::name).containsExactly("application", "gateway", "mysql",
                "objectives", "overview", "web-server");
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void dashboardHasAFixedAddressAndTheSchemaOfGrafana12(Dashboard dashboard) {
        assertThat(dashboard.text("$.uid")).isEqualTo("foobar-" + dashboard.name());
        assertThat(dashboard.text("$.title")).isNotBlank();
        assertThat(dashboard.text("$.description")).isNotBlank();
        assertThat(Integer.parseInt(dashboard.text("$.schemaVersion"))).isGreaterThanOrEqualTo(SCHEMA);
        assertThat(dashboard.json()).doesNotContainKeys("id", "__inputs", "__requires");
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void dashboardLeadsToTheOthersAndShowsAlertsAndStarts(Dashboard dashboard) {
        assertThat(dashboard.texts("$.links[?(@.type == 'dashboards')].tags[*]")).contains("foobar");
        assertThat(dashboard.texts("$.tags")).contains("foobar");
        assertThat(dashboard.texts("$.annotations.list[?(@.enable == true)].name")).contains("Alerts", "Starts");
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyQueryAsksTheDataSourceThatIsProvisioned(Dashboard dashboard) {
        assertThat(dashboard.texts("$.panels[*].datasource.uid")).containsOnly("prometheus");
        assertThat(dashboard.texts("$.panels[*].targets[*].datasource.uid")).containsOnly("prometheus");
        assertThat(dashboard.texts("$.annotations.list[?(!@.builtIn)].datasource.uid")).containsOnly("prometheus");
        assertThat(dashboard.texts("$.templating.list[*].datasource.uid")).allMatch("prometheus"::equals);
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelsLieSideBySideOnTheGrid(Dashboard dashboard) {
        List<Map<String, Object>> panels = dashboard.objects("$.panels[*]");
        assertThat(panels).extracting(panel -> panel.get("id")).doesNotHaveDuplicates();
        Set<String> taken = new HashSet<>();
        for (Map<String, Object> panel : panels) {
            assertThat(TYPES).contains((String) panel.get("type"));
            Map<String, Integer> place = JsonPath.read(panel, "$.gridPos");
            assertThat(place.get("x") + place.get("w")).as("%s", panel.get("title")).isLessThanOrEqualTo(COLUMNS);
            for (int x = place.get("x"); x < place.get("x") + place.get("w"); x++) {
                for (int y = place.get("y"); y < place.get("y") + place.get("h"); y++) {
                    assertThat(taken.add(x + "," + y)).as("%s has a place of its own", panel.get("title")).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("panels")
    void panelSaysWhatItShowsAndInWhichUnit(Panel panel) {
        assertThat(panel.title()).isNotBlank();
        assertThat((String) panel.json().get("description")).isNotBlank();
        List<String> units = JsonPath.read(panel.json(), "heatmap".equals(panel.json().get("type"))
                ? "$.options.yAxis[?(@.unit)].unit"
                : "$.fieldConfig.defaults[?(@.unit)].unit");
        assertThat(units).isNotEmpty().doesNotContain("");
    }

    @ParameterizedTest
    @MethodSource("panels")
    void panelHasAQueryForEachOfItsLettersAndItsThresholdsBeginBelowAll(Panel panel) {
        assertThat(panel.queries()).isNotEmpty().noneMatch(String::isBlank);
        List<String> letters = JsonPath.read(panel.json(), "$.targets[*].refId");
        assertThat(letters).hasSameSizeAs(panel.queries()).doesNotHaveDuplicates();
        List<List<Map<String, Object>>> steps = JsonPath.read(panel.json(),
                "$.fieldConfig.defaults[?(@.steps)].steps");
        assertThat(steps).allSatisfy(step -> assertThat(step.getFirst().get("value")).isNull());
    }
}

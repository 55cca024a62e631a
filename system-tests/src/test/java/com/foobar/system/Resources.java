package com.foobar.system;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What the processes of the suite hold while nobody uses it: threads, descriptors, connections, and the requests in
 * flight that they count. What has leaked is more than there was before the load.
 */
final class Resources {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** What is nearly zero as soon as nobody uses the suite, apart from health checks and probes. */
    private static final Map<String, Integer> MOST_WHEN_IDLE = Map.of(
            "foobar_gateway_in_flight", 1,
            "foobar_gateway_connections", 4,
            "hikaricp_connections_active", 2,
            "hikaricp_connections_pending", 0);

    /** What grows with the first load, and then no more. */
    private static final List<String> HELD = List.of("jvm_threads_live_threads", "process_files_open_files",
            "mysql_global_status_threads_connected");

    /** Two of these metrics are of the gateways and web-apps, one is of the databases, and there are two of each. */
    private static final int SERIES = 2 * 4 + 2;

    /** Pools of connections and threads breathe. */
    private static final double BREATH = 1.15;
    private static final int MOST_MORE = 20;

    private final Prometheus prometheus;
    private final Map<String, Double> held;

    private Resources(Prometheus prometheus, Map<String, Double> held) {
        this.prometheus = prometheus;
        this.held = held;
    }

    /** Waits until nothing is in flight, and returns what is held then. */
    static Resources settledIn(Suite suite) {
        Prometheus prometheus = suite.prometheus();
        awaitNothingInFlight(prometheus);
        return new Resources(prometheus, heldNow(prometheus));
    }

    private static void awaitNothingInFlight(Prometheus prometheus) {
        await("nothing is in flight").atMost(LIMIT).pollInterval(Duration.ofSeconds(2)).untilAsserted(
                () -> MOST_WHEN_IDLE.forEach((metric, most) -> assertThat(prometheus.query(metric)).as(metric)
                        .isNotEmpty().allMatch(series -> series.value() <= most)));
    }

    private static Map<String, Double> heldNow(Prometheus prometheus) {
        Map<String, Double> held = new TreeMap<>();
        HELD.forEach(metric -> prometheus.query(metric + "{job=~\"gateway|web-app|mysql\"}").forEach(
                series -> held.put(metric + " of " + series.labels().get("instance"), series.value())));
        assertThat(held).hasSize(SERIES);
        return held;
    }

    /** Waits until no process holds more than before. */
    void assertThatNothingHasLeaked() {
        awaitNothingInFlight(prometheus);
        await("no more is held than before").atMost(LIMIT).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> {
            Map<String, Double> now = heldNow(prometheus);
            held.forEach((series, before) -> assertThat(now.get(series)).as(series)
                    .isLessThanOrEqualTo(before * BREATH + MOST_MORE));
        });
    }
}

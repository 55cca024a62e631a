package com.foobar.replication.routing;

import java.time.Duration;
import java.util.Locale;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import com.foobar.replication.node.Node;

/** Counts which nodes serve the transactions, and why reads fall back to the primary. */
final class RoutingMetrics {

    private static final String PREFIX = "foobar.replication.";

    private final MeterRegistry meters;

    RoutingMetrics(MeterRegistry meters) {
        this.meters = meters;
        // Each counter exists from the start: if it appeared only with its first event, a comparison with the value
        // before would miss that event.
        for (Reason reason : Reason.values()) {
            fallbacks(reason);
        }
        waits(true);
        waits(false);
    }

    void connected(Node node, boolean transaction) {
        String role = node.role().name().toLowerCase(Locale.ROOT);
        meters.counter(PREFIX + "connections", "node", node.name(), "role", role).increment();
        if (transaction) {
            meters.counter(PREFIX + "transactions", "node", node.name(), "role", role).increment();
        }
    }

    void fellBack(Reason reason) {
        fallbacks(reason).increment();
    }

    void waited(Duration time, boolean reached) {
        waits(reached).record(time);
    }

    private Counter fallbacks(Reason reason) {
        return meters.counter(PREFIX + "fallbacks", "reason", reason.tag());
    }

    private Timer waits(boolean reached) {
        return meters.timer(PREFIX + "waits", "outcome", reached ? "reached" : "timeout");
    }
}

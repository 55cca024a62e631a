package com.foobar.gateway.admission;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what the edge refused, by reason. */
public final class RejectionMetrics {

    /** Why something was refused. */
    public enum Reason {
        /** Not a request that can be read in one way only. */
        MALFORMED,
        /** The client took too long. */
        SLOW,
        /** Another host name. */
        HOST,
        /** A path that is hidden. */
        HIDDEN,
        /** The body is too large. */
        BODY,
        /** Too many requests of one client. */
        RATE,
        /** Too many requests of one client at the same time. */
        IN_FLIGHT,
        /** Too many bodies of one client that are still coming in. */
        UPLOADS,
        /** Too many connections of one client. */
        CONNECTIONS
    }

    private final Map<Reason, Counter> counters = new EnumMap<>(Reason.class);

    RejectionMetrics(MeterRegistry registry) {
        for (Reason reason : Reason.values()) {
            counters.put(reason,
                    Counter.builder("foobar.gateway.refused").tag("reason", reason.name().toLowerCase(Locale.ROOT))
                            .description(
                                    "Requests that the gateway did not pass on, and connections that it did not take")
                            .register(registry));
        }
    }

    public void count(Reason reason) {
        Counter counter = counters.get(reason);
        if (counter != null) {
            counter.increment();
        }
    }
}

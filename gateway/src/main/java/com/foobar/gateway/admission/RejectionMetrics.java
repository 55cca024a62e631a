package com.foobar.gateway.admission;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts the requests and connections that the gateway refused, by reason. */
public final class RejectionMetrics {

    /** Why a request or a connection was refused. */
    public enum Reason {
        /** The request is invalid, or could be read in two ways. */
        MALFORMED,
        /** The client sent or read too slowly. */
        SLOW,
        /** The gateway does not serve the host name. */
        HOST,
        /** The path is hidden. */
        HIDDEN,
        /** The body is too large. */
        BODY,
        /** The client sent too many requests in a short time. */
        RATE,
        /** The client has too many requests in flight. */
        IN_FLIGHT,
        /** The client has too many request bodies that are still arriving. */
        UPLOADS,
        /** The client has too many connections. */
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

    /** Counts one refusal. */
    public void count(Reason reason) {
        Counter counter = counters.get(reason);
        if (counter != null) {
            counter.increment();
        }
    }
}

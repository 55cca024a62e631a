package com.foobar.replication;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

import com.foobar.replication.settings.Durations;

/**
 * How often each node is asked for its role and position, and how long it may take.
 *
 * @param interval from a response to the next question; at least 10 ms
 * @param timeout how long a node may take before it counts as down; at least 10 ms
 * @param termQuery a query for the newest term that a node knows of, such as SELECT MAX(term) FROM failover.terms; if
 *            not set, there are no terms
 */
@ConfigurationProperties("foobar.replication.probe")
record ProbeProperties(@DefaultValue("500ms") Duration interval, @DefaultValue("300ms") Duration timeout,
        @Nullable String termQuery) {

    private static final int SHORTEST_MILLIS = 10;

    ProbeProperties {
        Durations.atLeast("probe.interval", interval, SHORTEST_MILLIS);
        Durations.atLeast("probe.timeout", timeout, SHORTEST_MILLIS);
        termQuery = StringUtils.hasText(termQuery) ? termQuery : null;
    }
}

package com.foobar.replication;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * How often each node is asked for its role and position, and how long it may take.
 *
 * @param interval from a response to the next question; at least 10 ms
 * @param timeout how long a node may take before it counts as down; at least 10 ms
 */
@ConfigurationProperties("foobar.replication.probe")
record ProbeProperties(@DefaultValue("500ms") Duration interval, @DefaultValue("300ms") Duration timeout) {

    private static final Duration SHORTEST = Duration.ofMillis(10);

    ProbeProperties {
        longEnough("interval", interval);
        longEnough("timeout", timeout);
    }

    private static void longEnough(String name, Duration value) {
        Assert.isTrue(value.compareTo(SHORTEST) >= 0,
                () -> "foobar.replication.probe." + name + " must be at least 10 ms.");
    }
}

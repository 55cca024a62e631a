package com.foobar.web.limit;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * Limits the memory for the bodies of requests.
 *
 * @param bodies maximum sum of the lengths of all bodies that are read at the same time
 * @param bodiesOfClient the largest part of {@code bodies} that one client may use
 * @param bodyWait how long a request waits for memory before the site refuses it: with 429 if the client has used up
 *            its share, otherwise with 503
 */
@ConfigurationProperties("foobar.limits")
record LimitProperties(@DefaultValue("24MB") DataSize bodies, @DefaultValue("8MB") DataSize bodiesOfClient,
        @DefaultValue("10s") Duration bodyWait) {

    LimitProperties {
        Assert.isTrue(bodiesOfClient.toBytes() >= BodyBudget.LARGEST && bodiesOfClient.compareTo(bodies) <= 0,
                "foobar.limits.bodies-of-client must be at least 1MB, the largest body, and not more than "
                        + "foobar.limits.bodies.");
        Assert.isTrue(!bodyWait.isNegative(), "foobar.limits.body-wait must not be negative.");
    }
}

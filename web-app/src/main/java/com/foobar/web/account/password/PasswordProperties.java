package com.foobar.web.account.password;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Limits how much of the machine password hashes may use.
 *
 * @param concurrentHashes how many hashes are computed at the same time; each takes 19 MiB of the heap
 * @param patience how long a request waits for its turn before it is refused
 * @param waitingOfOneClient how many requests of one network or account may wait at the same time
 * @param waiting how many requests may wait at the same time in all
 */
@ConfigurationProperties("foobar.password")
record PasswordProperties(@DefaultValue("2") int concurrentHashes, @DefaultValue("2s") Duration patience,
        @DefaultValue("16") int waitingOfOneClient, @DefaultValue("256") int waiting) {

    private static final int MOST_HASHES = 64;

    PasswordProperties {
        Assert.isTrue(concurrentHashes >= 1 && concurrentHashes <= MOST_HASHES,
                "foobar.password.concurrent-hashes must be from 1 to 64.");
        Assert.isTrue(!patience.isNegative(), "foobar.password.patience must not be negative.");
        Assert.isTrue(waitingOfOneClient >= 1, "foobar.password.waiting-of-one-client must be 1 or more.");
        Assert.isTrue(waiting >= 1, "foobar.password.waiting must be 1 or more.");
    }
}

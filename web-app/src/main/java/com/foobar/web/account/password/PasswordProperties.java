package com.foobar.web.account.password;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits how much of the machine password hashes may use.
 *
 * @param concurrentHashes how many hashes are computed at the same time; each takes 19 MiB of the heap
 * @param patience how long a request waits for its turn before it is refused
 * @param waitingOfOneClient how many requests of one network or account may wait at the same time
 * @param waiting how many requests may wait at the same time in all
 */
@ConfigurationProperties("foobar.password")
@Validated
record PasswordProperties(
        @DefaultValue("2") @Min(value = 1, message = "must be 1 or more.") @Max(value = 64,
                message = "must be 64 or less.") int concurrentHashes,
        @DefaultValue("2s") Duration patience,
        @DefaultValue("16") @Min(value = 1, message = "must be 1 or more.") int waitingOfOneClient,
        @DefaultValue("256") @Min(value = 1, message = "must be 1 or more.") int waiting) {

    PasswordProperties {
        if (patience.isNegative()) {
            throw new IllegalArgumentException("patience must not be negative.");
        }
    }
}

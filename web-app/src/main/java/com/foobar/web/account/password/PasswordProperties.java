package com.foobar.web.account.password;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much of the machine passwords may take.
 *
 * @param concurrentHashes how many are hashed at once; each takes 19 MiB of the heap meanwhile
 * @param patience how long one waits for its turn before it is told to come back
 * @param waitingOfOneClient how many of one network or account may wait at once
 * @param waiting how many may wait at once in all
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

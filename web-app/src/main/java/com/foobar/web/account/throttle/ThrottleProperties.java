package com.foobar.web.account.throttle;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often something may be tried, on all instances together.
 *
 * @param signInByUsername
 *            failed sign-ins of one username; 10 in 15 minutes where nothing is set
 * @param signInByAddress
 *            failed sign-ins from one address; 50 in 15 minutes where nothing is set
 * @param signUpByAddress
 *            accounts that are made from one address; 20 in an hour where nothing is set
 */
@ConfigurationProperties("foobar.throttle")
record ThrottleProperties(Limit signInByUsername, Limit signInByAddress, Limit signUpByAddress) {

    ThrottleProperties(@Nullable Limit signInByUsername, @Nullable Limit signInByAddress,
            @Nullable Limit signUpByAddress) {
        this.signInByUsername = signInByUsername == null ? new Limit(10, Duration.ofMinutes(15)) : signInByUsername;
        this.signInByAddress = signInByAddress == null ? new Limit(50, Duration.ofMinutes(15)) : signInByAddress;
        this.signUpByAddress = signUpByAddress == null ? new Limit(20, Duration.ofHours(1)) : signUpByAddress;
    }
}

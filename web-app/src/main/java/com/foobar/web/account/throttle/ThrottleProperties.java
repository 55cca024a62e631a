package com.foobar.web.account.throttle;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often something may be tried, counted on all instances together. A limit that is not set has its default.
 *
 * @param signInByUsernameAndNetwork failed sign-ins with one username from one network; 10 in 15 minutes
 * @param signInByUsername failed sign-ins with one username from all clients except the account's known devices; 100 in
 *            15 minutes
 * @param signInByAddress failed sign-ins from one address; 50 in 15 minutes
 * @param signInByDevice failed sign-ins on a device on which the account has signed in before; 10 in 15 minutes
 * @param signUpByAddress new accounts from one address; 20 in an hour
 * @param passwordBySession wrong passwords in one session or with one API token; 10 in 15 minutes
 * @param passwordBySessionInAll wrong passwords in one session or with one API token, over the lifetime of a session;
 *            100 in 30 days
 * @param workByAddress passwords from one address that are checked or hashed, right passwords included; 200 in 15
 *            minutes
 * @param workByAccount passwords of one account that are checked or hashed in its sessions and on its known devices,
 *            right passwords included; 100 in 15 minutes
 */
@ConfigurationProperties("foobar.throttle")
record ThrottleProperties(@Nullable LimitSetting signInByUsernameAndNetwork, @Nullable LimitSetting signInByUsername,
        @Nullable LimitSetting signInByAddress, @Nullable LimitSetting signInByDevice,
        @Nullable LimitSetting signUpByAddress,
        @Nullable LimitSetting passwordBySession, @Nullable LimitSetting passwordBySessionInAll,
        @Nullable LimitSetting workByAddress,
        @Nullable LimitSetting workByAccount) {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    Limit usernameAndNetworkLimit() {
        return LimitSetting.or(signInByUsernameAndNetwork, new Limit(10, QUARTER));
    }

    Limit usernameLimit() {
        return LimitSetting.or(signInByUsername, new Limit(100, QUARTER));
    }

    Limit addressLimit() {
        return LimitSetting.or(signInByAddress, new Limit(50, QUARTER));
    }

    Limit deviceLimit() {
        return LimitSetting.or(signInByDevice, new Limit(10, QUARTER));
    }

    Limit signUpLimit() {
        return LimitSetting.or(signUpByAddress, new Limit(20, Duration.ofHours(1)));
    }

    Limit sessionLimit() {
        return LimitSetting.or(passwordBySession, new Limit(10, QUARTER));
    }

    Limit sessionLimitInAll() {
        return LimitSetting.or(passwordBySessionInAll, new Limit(100, Duration.ofDays(30)));
    }

    Limit workOfAddressLimit() {
        return LimitSetting.or(workByAddress, new Limit(200, QUARTER));
    }

    Limit workOfAccountLimit() {
        return LimitSetting.or(workByAccount, new Limit(100, QUARTER));
    }
}

package com.foobar.web.account.throttle;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often something may be tried, on all instances together; what is not set has its default.
 *
 * @param signInByUsernameAndNetwork
 *            failed sign-ins of one username from one network, 10 in 15 minutes
 * @param signInByUsername
 *            failed sign-ins of one username from anywhere but the devices that it is known on, 100 in 15 minutes
 * @param signInByAddress
 *            failed sign-ins from one address, 50 in 15 minutes
 * @param signInByDevice
 *            failed sign-ins on a device where the account has signed in before, 10 in 15 minutes
 * @param signUpByAddress
 *            accounts that are made from one address, 20 in an hour
 * @param passwordBySession
 *            wrong passwords in one session or with one API token, 10 in 15 minutes
 * @param passwordBySessionInAll
 *            wrong passwords in one session or with one API token for as long as a session lasts, 100 in 30 days
 * @param workByAddress
 *            passwords from one address that are checked or kept, right ones too, 200 in 15 minutes
 * @param workByAccount
 *            the same of one account, in its sessions and on the devices that it is known on, 100 in 15 minutes
 */
@ConfigurationProperties("foobar.throttle")
record ThrottleProperties(@Nullable Setting signInByUsernameAndNetwork, @Nullable Setting signInByUsername,
        @Nullable Setting signInByAddress, @Nullable Setting signInByDevice, @Nullable Setting signUpByAddress,
        @Nullable Setting passwordBySession, @Nullable Setting passwordBySessionInAll, @Nullable Setting workByAddress,
        @Nullable Setting workByAccount) {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    /** A limit, or a part of one. */
    record Setting(@Nullable Integer attempts, @Nullable Duration window) {

        Setting {
            // The binder says of which property the sentence is.
            new Limit(attempts == null ? 1 : attempts, window == null ? Duration.ofSeconds(1) : window);
        }

        private Limit or(Limit preset) {
            return new Limit(attempts == null ? preset.attempts() : attempts,
                    window == null ? preset.window() : window);
        }
    }

    Limit usernameAndNetworkLimit() {
        return limit(signInByUsernameAndNetwork, new Limit(10, QUARTER));
    }

    Limit usernameLimit() {
        return limit(signInByUsername, new Limit(100, QUARTER));
    }

    Limit addressLimit() {
        return limit(signInByAddress, new Limit(50, QUARTER));
    }

    Limit deviceLimit() {
        return limit(signInByDevice, new Limit(10, QUARTER));
    }

    Limit signUpLimit() {
        return limit(signUpByAddress, new Limit(20, Duration.ofHours(1)));
    }

    Limit sessionLimit() {
        return limit(passwordBySession, new Limit(10, QUARTER));
    }

    Limit sessionLimitInAll() {
        return limit(passwordBySessionInAll, new Limit(100, Duration.ofDays(30)));
    }

    Limit workOfAddressLimit() {
        return limit(workByAddress, new Limit(200, QUARTER));
    }

    Limit workOfAccountLimit() {
        return limit(workByAccount, new Limit(100, QUARTER));
    }

    private static Limit limit(@Nullable Setting setting, Limit preset) {
        return setting == null ? preset : setting.or(preset);
    }
}

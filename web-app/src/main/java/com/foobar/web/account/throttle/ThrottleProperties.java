package com.foobar.web.account.throttle;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often something may be tried, on all instances together; what is not set has its default.
 *
 * @param signInByUsername
 *            failed sign-ins of one username, 10 in 15 minutes
 * @param signInByAddress
 *            failed sign-ins from one address, 50 in 15 minutes
 * @param signUpByAddress
 *            accounts that are made from one address, 20 in an hour
 */
@ConfigurationProperties("foobar.throttle")
record ThrottleProperties(@Nullable Setting signInByUsername, @Nullable Setting signInByAddress,
        @Nullable Setting signUpByAddress) {

    private static final Limit USERNAME = new Limit(10, Duration.ofMinutes(15));
    private static final Limit ADDRESS = new Limit(50, Duration.ofMinutes(15));
    private static final Limit SIGN_UPS = new Limit(20, Duration.ofHours(1));

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

    Limit usernameLimit() {
        return limit(signInByUsername, USERNAME);
    }

    Limit addressLimit() {
        return limit(signInByAddress, ADDRESS);
    }

    Limit signUpLimit() {
        return limit(signUpByAddress, SIGN_UPS);
    }

    private static Limit limit(@Nullable Setting setting, Limit preset) {
        return setting == null ? preset : setting.or(preset);
    }
}

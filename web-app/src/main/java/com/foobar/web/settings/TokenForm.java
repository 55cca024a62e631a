package com.foobar.web.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What someone typed to make an API token; a field that was not sent is null.
 *
 * @param lifetime
 *            how long it is good; a month where nothing was chosen
 */
record TokenForm(@Nullable String name, @Nullable String lifetime) {

    /** How long a token may be good. */
    enum Lifetime {

        MONTH("30 days", Duration.ofDays(30)), QUARTER("90 days", Duration.ofDays(90)),
        YEAR("365 days", Duration.ofDays(365)), FOREVER("Until it is revoked", null);

        private final String label;
        private final @Nullable Duration duration;

        Lifetime(String label, @Nullable Duration duration) {
            this.label = label;
            this.duration = duration;
        }

        public String label() {
            return label;
        }

        /** Null where a token is not to expire. */
        @Nullable
        Duration duration() {
            return duration;
        }
    }

    /** The lifetime that was chosen, or nothing where it is none of the list. */
    Optional<Lifetime> chosen() {
        return lifetime == null ? Optional.of(Lifetime.MONTH)
                : Arrays.stream(Lifetime.values()).filter(each -> each.name().equals(lifetime)).findFirst();
    }
}

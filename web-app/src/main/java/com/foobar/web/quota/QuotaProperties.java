package com.foobar.web.quota;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import com.foobar.web.account.throttle.Limit;
import com.foobar.web.account.throttle.LimitSetting;

/**
 * How much may be written and asked for; what is not set has its default.
 *
 * @param storiesByAccount stories that an account writes or changes, 60 in 10 minutes on all instances together
 * @param storiesByAddress the same from one address, 300 in 10 minutes
 * @param commentsByAccount comments that an account writes or changes, 60 in 10 minutes on all instances together
 * @param commentsByAddress the same from one address, 300 in 10 minutes
 * @param previewsByAccount previews of an account, 60 in a minute on each instance
 * @param previewsByAddress the same from one address, 300 in a minute
 * @param searchesByAddress searches from one address, 120 in a minute on each instance
 * @param previewsAtOnce previews that an instance makes at the same time
 * @param previewPatience how long a preview waits for others to be ready
 * @param searchesAtOnce searches that an instance does at the same time
 * @param searchesAtOnceByAddress how many of these may be from one address
 * @param searchPatience how long a search waits for others to be ready
 */
@ConfigurationProperties("foobar.quota")
record QuotaProperties(@Nullable LimitSetting storiesByAccount, @Nullable LimitSetting storiesByAddress,
        @Nullable LimitSetting commentsByAccount, @Nullable LimitSetting commentsByAddress,
        @Nullable LimitSetting previewsByAccount, @Nullable LimitSetting previewsByAddress,
        @Nullable LimitSetting searchesByAddress, @DefaultValue("2") int previewsAtOnce,
        @DefaultValue("2s") Duration previewPatience, @DefaultValue("4") int searchesAtOnce,
        @DefaultValue("2") int searchesAtOnceByAddress, @DefaultValue("1s") Duration searchPatience) {

    private static final Duration WRITING = Duration.ofMinutes(10);
    private static final Duration READING = Duration.ofMinutes(1);

    QuotaProperties {
        if (previewsAtOnce < 1) {
            throw new IllegalArgumentException("previews-at-once must be 1 or more.");
        }
        if (previewPatience.isNegative()) {
            throw new IllegalArgumentException("preview-patience must be 0 or longer.");
        }
        if (searchesAtOnce < 1) {
            throw new IllegalArgumentException("searches-at-once must be 1 or more.");
        }
        if (searchesAtOnceByAddress < 1) {
            throw new IllegalArgumentException("searches-at-once-by-address must be 1 or more.");
        }
        if (searchPatience.isNegative()) {
            throw new IllegalArgumentException("search-patience must be 0 or longer.");
        }
    }

    Limit storiesOfAccount() {
        return LimitSetting.or(storiesByAccount, new Limit(60, WRITING));
    }

    Limit storiesOfAddress() {
        return LimitSetting.or(storiesByAddress, new Limit(300, WRITING));
    }

    Limit commentsOfAccount() {
        return LimitSetting.or(commentsByAccount, new Limit(60, WRITING));
    }

    Limit commentsOfAddress() {
        return LimitSetting.or(commentsByAddress, new Limit(300, WRITING));
    }

    Limit previewsOfAccount() {
        return LimitSetting.or(previewsByAccount, new Limit(60, READING));
    }

    Limit previewsOfAddress() {
        return LimitSetting.or(previewsByAddress, new Limit(300, READING));
    }

    Limit searchesOfAddress() {
        return LimitSetting.or(searchesByAddress, new Limit(120, READING));
    }
}

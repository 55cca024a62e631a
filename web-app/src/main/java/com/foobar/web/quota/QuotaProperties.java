package com.foobar.web.quota;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

import com.foobar.web.account.throttle.Limit;
import com.foobar.web.account.throttle.LimitSetting;

/**
 * How much a client may write and ask for. A limit that is not set has its default. An address is a whole IPv4 address;
 * or, of IPv6, a /64 for stories and comments and a /48 for previews and searches.
 *
 * @param storiesByAccount stories that an account writes or changes; 60 in 10 minutes on all instances together
 * @param storiesByAddress stories that are written or changed from one address; 300 in 10 minutes on all instances
 *            together
 * @param commentsByAccount comments that an account writes or changes; 60 in 10 minutes on all instances together
 * @param commentsByAddress comments that are written or changed from one address; 300 in 10 minutes on all instances
 *            together
 * @param previewsByAccount previews of one account; 60 in a minute on each instance
 * @param previewsByAddress previews from one address; 300 in a minute on each instance
 * @param searchesByAddress searches from one address; 120 in a minute on each instance
 * @param previewsAtOnce maximum number of previews that an instance makes at the same time
 * @param previewPatience how long a preview waits for other previews to finish
 * @param searchesAtOnce maximum number of searches that an instance runs at the same time
 * @param searchesAtOnceByAddress how many of these searches may be from one address
 * @param searchPatience how long a search waits for other searches to finish
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
        Assert.isTrue(previewsAtOnce >= 1, "foobar.quota.previews-at-once must be 1 or more.");
        Assert.isTrue(!previewPatience.isNegative(), "foobar.quota.preview-patience must be 0 or longer.");
        Assert.isTrue(searchesAtOnce >= 1, "foobar.quota.searches-at-once must be 1 or more.");
        Assert.isTrue(searchesAtOnceByAddress >= 1, "foobar.quota.searches-at-once-by-address must be 1 or more.");
        Assert.isTrue(!searchPatience.isNegative(), "foobar.quota.search-patience must be 0 or longer.");
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

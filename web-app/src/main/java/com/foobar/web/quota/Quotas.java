package com.foobar.web.quota;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import com.foobar.web.account.Viewer;
import com.foobar.web.account.throttle.AtOnce;
import com.foobar.web.account.throttle.Limit;
import com.foobar.web.account.throttle.Quota;
import com.foobar.web.account.throttle.Subject;
import com.foobar.web.account.throttle.Throttle;
import com.foobar.web.account.throttle.TooManyAttemptsException;

/**
 * Counts what is written and asked for before any work is done for it, and refuses more than the limits by
 * {@link TooManyAttemptsException}. What is written is counted in the database, since it writes there anyway; previews
 * and searches are counted by each instance for itself.
 */
@Component
@EnableConfigurationProperties(QuotaProperties.class)
public class Quotas {

    private static final String AGAIN = " Try again ";
    private static final String PREVIEWS = "These were too many previews in a short time.";

    private static final Duration SOON = Duration.ofSeconds(1);

    /** A few megabytes at most. */
    private static final int MOST_CLIENTS = 20_000;

    private final QuotaProperties limits;
    private final Throttle throttle;
    private final Clock clock;
    private final LocalCounts previewsByAccount;
    private final LocalCounts previewsByAddress;
    private final LocalCounts searches;
    private final Semaphore previews;
    private final Semaphore searchesAtOnce;
    private final AtOnce searchesAtOnceByAddress;

    Quotas(QuotaProperties limits, Throttle throttle, Clock clock) {
        this.limits = limits;
        this.throttle = throttle;
        this.clock = clock;
        this.previewsByAccount = new LocalCounts(limits.previewsOfAccount(), MOST_CLIENTS);
        this.previewsByAddress = new LocalCounts(limits.previewsOfAddress(), MOST_CLIENTS);
        this.searches = new LocalCounts(limits.searchesOfAddress(), MOST_CLIENTS);
        this.previews = new Semaphore(limits.previewsAtOnce(), true);
        this.searchesAtOnce = new Semaphore(limits.searchesAtOnce(), true);
        this.searchesAtOnceByAddress = new AtOnce(limits.searchesAtOnceByAddress(), limits.searchPatience());
    }

    /** Counts a story that somebody writes or changes. */
    public void countStory(Viewer author, String address) {
        take("story", author, limits.storiesOfAccount(), address, limits.storiesOfAddress(),
                "These were too many stories in a short time, so nothing was stored.");
    }

    /** Counts a comment that somebody writes or changes. */
    public void countComment(Viewer author, String address) {
        take("comment", author, limits.commentsOfAccount(), address, limits.commentsOfAddress(),
                "These were too many comments in a short time, so nothing was stored.");
    }

    private void take(String what, Viewer author, Limit byAccount, String address, Limit byAddress, String reason) {
        throttle.take(
                new Quota(Subject.known(what, "account", Long.toString(author.accountId())), byAccount, reason + AGAIN),
                new Quota(Subject.address(what, address), byAddress, reason + AGAIN));
    }

    /**
     * Counts a preview and makes it, while few others are made: a text that takes long to render must not take all
     * processors.
     */
    public <T> T preview(Viewer author, String address, Supplier<T> rendering) {
        Instant now = clock.instant();
        refuse(previewsByAccount.add(author.username(), now), PREVIEWS);
        refuse(previewsByAddress.add(Subject.network(address), now), PREVIEWS);
        return among(previews, limits.previewPatience(), "Many previews are being made right now.", rendering);
    }

    private static <T> T among(Semaphore few, Duration patience, String busy, Supplier<T> work) {
        if (!entered(few, patience)) {
            throw refusal(SOON, busy);
        }
        try {
            return work.get();
        } finally {
            few.release();
        }
    }

    private static boolean entered(Semaphore few, Duration patience) {
        try {
            return few.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Counts a search and does it, while few others are done, fewer still from the same network: each takes the
     * database long.
     */
    public <T> T search(String address, Supplier<T> searching) {
        String network = Subject.network(address);
        refuse(searches.add(network, clock.instant()), "These were too many searches in a short time.");
        if (!searchesAtOnceByAddress.enter(network)) {
            throw refusal(SOON, "Other searches of yours are not ready yet.");
        }
        try {
            return among(searchesAtOnce, limits.searchPatience(), "Many searches are being done right now.", searching);
        } finally {
            searchesAtOnceByAddress.leave(network);
        }
    }

    private static void refuse(Duration wait, String reason) {
        if (wait.isPositive()) {
            throw refusal(wait, reason);
        }
    }

    private static TooManyAttemptsException refusal(Duration wait, String reason) {
        return new TooManyAttemptsException(wait, reason + AGAIN);
    }
}

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
 * Limits how much clients write and ask for. Each request is counted before any work is done for it; above a limit,
 * {@link TooManyAttemptsException} is thrown. Stories and comments are counted in the database, because these requests
 * write there anyway; each instance counts previews and searches in its own memory.
 */
@Component
@EnableConfigurationProperties(QuotaProperties.class)
public class Quotas {

    private static final String AGAIN = " Try again ";
    private static final String PREVIEWS = "These were too many previews in a short time.";

    private static final Duration SOON = Duration.ofSeconds(1);

    /** Maximum number of clients in each of the three counts; together they take a few megabytes at most. */
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

    /**
     * Counts a story that somebody writes or changes.
     *
     * @param address the client's IP address
     * @throws TooManyAttemptsException if the account or the address has reached its limit
     */
    public void countStory(Viewer author, String address) {
        take("story", author, limits.storiesOfAccount(), address, limits.storiesOfAddress(),
                "These were too many stories in a short time, so nothing was stored.");
    }

    /**
     * Counts a comment that somebody writes or changes.
     *
     * @param address the client's IP address
     * @throws TooManyAttemptsException if the account or the address has reached its limit
     */
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
     * Counts a preview and makes it. Only a few previews are made at the same time: texts that take long to render must
     * not use all processors.
     *
     * @param address the client's IP address
     * @throws TooManyAttemptsException if a limit is reached, or if other previews did not finish in time
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
     * Counts a search and runs it. Only a few searches run at the same time, and even fewer from one network, because a
     * search keeps the database busy for long.
     *
     * @param address the client's IP address
     * @throws TooManyAttemptsException if a limit is reached, or if other searches did not finish in time
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

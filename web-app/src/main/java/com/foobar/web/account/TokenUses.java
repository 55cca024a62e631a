package com.foobar.web.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes when API tokens were last used: once an hour for each, after the request and without it, so that a request
 * waits for no write and needs no primary.
 */
@Component
class TokenUses implements DisposableBean {

    private static final Logger logger = LoggerFactory.getLogger(TokenUses.class);
    private static final Duration PRECISION = Duration.ofHours(1);

    /** How long nothing is noted after the database could not note it. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** How many may be left to be noted at once; the next request with a token that was left out notes it. */
    private static final int MOST = 10_000;

    private final Map<Long, Instant> left = new ConcurrentHashMap<>();
    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofVirtual().name("token-uses").factory());
    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Instant pausedUntil = Instant.MIN;

    TokenUses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Notes a use, unless one was noted shortly before.
     *
     * @param lastNoted what the database says of the token's last use
     */
    void note(long tokenId, @Nullable Instant lastNoted) {
        Instant now = clock.instant();
        if (isDue(lastNoted, now) && !now.isBefore(pausedUntil) && left.size() < MOST
                && left.putIfAbsent(tokenId, now) == null) {
            thread.execute(() -> store(tokenId));
        }
    }

    /** Whether as much time has passed since the last use that was noted that this one is worth a write. */
    static boolean isDue(@Nullable Instant lastNoted, Instant now) {
        return lastNoted == null || !now.isBefore(lastNoted.plus(PRECISION));
    }

    /** Another request, or another instance, may have noted the same hour meanwhile. */
    private void store(long tokenId) {
        Instant use = left.remove(tokenId);
        if (use == null || use.isBefore(pausedUntil)) {
            return;
        }
        try {
            jdbc.sql(
                    "update api_token set last_used_at = ? where id = ? and (last_used_at is null or last_used_at <= ?)")
                    .params(SqlTimes.column(use), tokenId, SqlTimes.column(use.minus(PRECISION))).update();
        } catch (DataAccessException e) {
            logger.debug("The use of an API token cannot be noted.", e);
            pausedUntil = clock.instant().plus(PAUSE);
        }
    }

    @Override
    public void destroy() {
        thread.shutdown();
    }
}

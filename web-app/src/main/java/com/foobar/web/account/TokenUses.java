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

import com.foobar.web.sql.SqlTimes;

/**
 * Records when each API token was last used, at most once an hour. The write runs on a thread of its own, so that a
 * request does not wait for it and succeeds even if the primary is unreachable.
 */
@Component
class TokenUses implements DisposableBean {

    private static final Logger logger = LoggerFactory.getLogger(TokenUses.class);
    private static final Duration PRECISION = Duration.ofHours(1);

    /** How long nothing is recorded after a write has failed. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    /**
     * Maximum number of uses that wait to be written. If it is reached, a use is dropped; a later request with the same
     * token records it.
     */
    private static final int MOST = 10_000;

    private final Map<Long, Instant> left = new ConcurrentHashMap<>();
    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofVirtual().name("token-uses").factory());
    private final JdbcClient database;
    private final Clock clock;
    private volatile Instant pausedUntil = Instant.MIN;

    TokenUses(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Records a use, unless a use was recorded less than an hour ago.
     *
     * @param lastNoted the last use according to the database; null if there is none
     */
    void note(long tokenId, @Nullable Instant lastNoted) {
        Instant now = clock.instant();
        if (isDue(lastNoted, now) && !now.isBefore(pausedUntil) && left.size() < MOST
                && left.putIfAbsent(tokenId, now) == null) {
            thread.execute(() -> store(tokenId));
        }
    }

    /** Returns whether the last recorded use is so long ago that the present use is worth a write. */
    static boolean isDue(@Nullable Instant lastNoted, Instant now) {
        return lastNoted == null || !now.isBefore(lastNoted.plus(PRECISION));
    }

    /**
     * Writes a use. The condition of the statement skips the write if another request or instance has recorded the same
     * hour.
     */
    private void store(long tokenId) {
        Instant use = left.remove(tokenId);
        if (use == null || use.isBefore(pausedUntil)) {
            return;
        }
        try {
            database.sql("""
                    update api_token set last_used_at = :use
                    where id = :id and (last_used_at is null or last_used_at <= :due)""")
                    .param("use", SqlTimes.column(use)).param("id", tokenId)
                    .param("due", SqlTimes.column(use.minus(PRECISION))).update();
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

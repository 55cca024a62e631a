package com.foobar.web.account.throttle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts attempts on the primary: each statement is a transaction of its own, which both instances may do at once. */
@Component
class AttemptStore {

    private static final Logger LOG = LoggerFactory.getLogger(AttemptStore.class);

    private final JdbcClient jdbc;

    AttemptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Attempts> find(Subject subject) {
        return jdbc.sql("select window_start, attempts from throttle where subject = ?").param(subject.hash())
                .query((row, _) -> new Attempts(
                        row.getObject("window_start", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getInt("attempts")))
                .optional();
    }

    /** Counts one more, in a new window where the last one is over. */
    void add(Subject subject, Duration window, Instant now) {
        LocalDateTime time = utc(now);
        LocalDateTime over = utc(now.minus(window));
        // Assignments are made from left to right, and the first needs the window as it was.
        jdbc.sql("""
                insert into throttle (subject, window_start, attempts) values (?, ?, 1)
                on duplicate key update attempts = if(window_start <= ?, 1, attempts + 1),
                window_start = if(window_start <= ?, ?, window_start)""")
                .params(subject.hash(), time, over, over, time).update();
    }

    void clear(Subject subject) {
        jdbc.sql("delete from throttle where subject = ?").param(subject.hash()).update();
    }

    /** Forgets some that began before a time. */
    void purge(Instant before) {
        try {
            jdbc.sql("delete from throttle where window_start < ? order by window_start limit 100").param(utc(before))
                    .update();
        } catch (PessimisticLockingFailureException e) {
            LOG.debug("Another instance forgets the same attempts.", e);
        }
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}

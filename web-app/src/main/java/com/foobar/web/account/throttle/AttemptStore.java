package com.foobar.web.account.throttle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts attempts on the primary: each statement is a transaction of its own, which both instances may do at once. */
@Component
class AttemptStore {

    private static final Logger logger = LoggerFactory.getLogger(AttemptStore.class);

    private final JdbcClient jdbc;

    AttemptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was tried of each subject that tried anything. */
    Map<Subject, Attempts> find(Collection<Subject> subjects) {
        HashMap<Subject, Attempts> found = new HashMap<>();
        jdbc.sql("select subject, window_start, attempts from throttle where subject in (:subjects)")
                .param("subjects", subjects.stream().map(Subject::hash).toList())
                .query(row -> {
                    found.put(Subject.ofHash(row.getBytes("subject")), new Attempts(
                            row.getObject("window_start", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                            row.getInt("attempts")));
                });
        return found;
    }

    /** Counts one more, in a new window where the last one is over. */
    void add(Subject subject, Duration window, Instant now) {
        LocalDateTime time = utc(now);
        LocalDateTime end = utc(now.plus(window));
        LocalDateTime over = utc(now.minus(window));
        // Assignments are made from left to right, and those before the last need the window as it was.
        retried(() -> jdbc.sql("""
                insert into throttle (subject, window_start, attempts, expires_at) values (?, ?, 1, ?)
                on duplicate key update attempts = if(window_start <= ?, 1, attempts + 1),
                expires_at = if(window_start <= ?, ?, expires_at),
                window_start = if(window_start <= ?, ?, window_start)""")
                .params(subject.hash(), time, end, over, over, end, over, time).update());
    }

    /** Counts one less. */
    void subtract(Subject subject) {
        retried(() -> jdbc.sql("update throttle set attempts = attempts - 1 where subject = ? and attempts > 0")
                .param(subject.hash()).update());
    }

    void clear(Subject subject) {
        retried(() -> jdbc.sql("delete from throttle where subject = ?").param(subject.hash()).update());
    }

    /**
     * A purge locks the same rows in another order: where the database ends this statement for it, the next try finds
     * it done.
     */
    private static void retried(Runnable statement) {
        try {
            statement.run();
        } catch (PessimisticLockingFailureException e) {
            logger.debug("Counts once more after a deadlock.", e);
            statement.run();
        }
    }

    /** Forgets some whose window is over: more than one attempt counts, so that there are never many. */
    void purge(Instant now) {
        try {
            jdbc.sql("delete from throttle where expires_at <= ? order by expires_at limit 100").param(utc(now))
                    .update();
        } catch (PessimisticLockingFailureException e) {
            logger.debug("Another instance forgets the same attempts.", e);
        }
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}

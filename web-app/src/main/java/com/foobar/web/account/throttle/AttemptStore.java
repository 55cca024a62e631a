package com.foobar.web.account.throttle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.foobar.web.sql.SqlTimes;

/**
 * Counts attempts in the database, on the primary. Each statement is a transaction of its own, and both instances may
 * run it at the same time.
 */
@Component
class AttemptStore {

    private static final Logger logger = LoggerFactory.getLogger(AttemptStore.class);

    private final JdbcClient jdbc;

    AttemptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the attempts of the given subjects; a subject without attempts is not in the map. */
    Map<Subject, Attempts> find(Collection<Subject> subjects) {
        HashMap<Subject, Attempts> found = new HashMap<>();
        jdbc.sql("select subject, window_start, attempts from throttle where subject in (:subjects)")
                .param("subjects", subjects.stream().map(Subject::hash).toList())
                .query(row -> {
                    found.put(Subject.ofHash(row.getBytes("subject")), new Attempts(
                            SqlTimes.read(row, "window_start"),
                            row.getInt("attempts")));
                });
        return found;
    }

    /** Counts one attempt more; starts a new window if the last window is over. */
    void add(Subject subject, Duration window, Instant now) {
        LocalDateTime time = SqlTimes.column(now);
        LocalDateTime end = SqlTimes.column(now.plus(window));
        LocalDateTime over = SqlTimes.column(now.minus(window));
        // MySQL assigns from left to right. window_start comes last, because the other assignments need its old value.
        retried(() -> jdbc.sql("""
                insert into throttle (subject, window_start, attempts, expires_at) values (?, ?, 1, ?)
                on duplicate key update attempts = if(window_start <= ?, 1, attempts + 1),
                expires_at = if(window_start <= ?, ?, expires_at),
                window_start = if(window_start <= ?, ?, window_start)""")
                .params(subject.hash(), time, end, over, over, end, over, time).update());
    }

    /** Counts one attempt less, but never less than zero. */
    void subtract(Subject subject) {
        retried(() -> jdbc.sql("update throttle set attempts = attempts - 1 where subject = ? and attempts > 0")
                .param(subject.hash()).update());
    }

    /** Deletes the count of a subject. */
    void clear(Subject subject) {
        retried(() -> jdbc.sql("delete from throttle where subject = ?").param(subject.hash()).update());
    }

    /**
     * Runs a statement, and runs it again after a deadlock. A purge locks the same rows in another order; if the
     * database ends this statement because of the purge, the purge is over when the statement runs again.
     */
    private static void retried(Runnable statement) {
        try {
            statement.run();
        } catch (PessimisticLockingFailureException e) {
            logger.debug("Counts once more after a deadlock.", e);
            statement.run();
        }
    }

    /**
     * Deletes up to 100 counts whose window is over. One attempt adds only a few counts, so that old counts never
     * accumulate.
     */
    void purge(Instant now) {
        try {
            jdbc.sql("delete from throttle where expires_at <= ? order by expires_at limit 100")
                    .param(SqlTimes.column(now))
                    .update();
        } catch (PessimisticLockingFailureException e) {
            logger.debug("Another instance forgets the same attempts.", e);
        }
    }
}

package com.foobar.web.account.throttle;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.foobar.web.sql.SqlTimes;

/**
 * Counts attempts in the database, on the primary. Both instances may count at the same time. Each method is a
 * transaction and not a statement alone, so that a failover delays it and does not fail it.
 */
@Component
@Transactional
class AttemptStore {

    private static final Logger logger = LoggerFactory.getLogger(AttemptStore.class);

    private final JdbcClient database;

    AttemptStore(JdbcClient database) {
        this.database = database;
    }

    /** Returns the attempts of the given subjects; a subject without attempts is not in the map. */
    Map<Subject, Attempts> find(Collection<Subject> subjects) {
        HashMap<Subject, Attempts> found = new HashMap<>();
        database.sql("select subject, window_start, attempts from throttle where subject in (:subjects)")
                .param("subjects", subjects.stream().map(Subject::hash).toList())
                .query(row -> {
                    found.put(Subject.ofHash(row.getBytes("subject")), new Attempts(
                            SqlTimes.read(row, "window_start"), row.getInt("attempts")));
                });
        return found;
    }

    /** Counts one attempt more; starts a new window if the last window is over. */
    void add(Subject subject, Duration window, Instant now) {
        // MySQL assigns from left to right. window_start comes last, because the other assignments need its old value.
        retried(() -> database.sql("""
                insert into throttle (subject, window_start, attempts, expires_at) values (:subject, :now, 1, :end)
                on duplicate key update attempts = if(window_start <= :over, 1, attempts + 1),
                expires_at = if(window_start <= :over, :end, expires_at),
                window_start = if(window_start <= :over, :now, window_start)""")
                .param("subject", subject.hash()).param("now", SqlTimes.column(now))
                .param("end", SqlTimes.column(now.plus(window)))
                .param("over", SqlTimes.column(now.minus(window))).update());
    }

    /** Counts one attempt less, but never less than zero. */
    void subtract(Subject subject) {
        retried(() -> database
                .sql("update throttle set attempts = attempts - 1 where subject = :subject and attempts > 0")
                .param("subject", subject.hash()).update());
    }

    /** Deletes the count of a subject. */
    void clear(Subject subject) {
        retried(() -> database.sql("delete from throttle where subject = :subject")
                .param("subject", subject.hash()).update());
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
            database.sql("delete from throttle where expires_at <= :now order by expires_at limit 100")
                    .param("now", SqlTimes.column(now)).update();
        } catch (PessimisticLockingFailureException e) {
            logger.debug("Another instance forgets the same attempts.", e);
        }
    }
}

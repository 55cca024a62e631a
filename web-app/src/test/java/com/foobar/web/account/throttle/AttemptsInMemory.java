package com.foobar.web.account.throttle;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.mockito.Mockito.mock;

/** Counts attempts in memory, by the same rules as the database. */
final class AttemptsInMemory extends AttemptStore {

    private final Map<Subject, Attempts> counts = new HashMap<>();

    AttemptsInMemory() {
        super(mock(JdbcClient.class));
    }

    @Override
    Map<Subject, Attempts> find(Collection<Subject> subjects) {
        HashMap<Subject, Attempts> found = new HashMap<>(counts);
        found.keySet().retainAll(subjects);
        return found;
    }

    @Override
    void add(Subject subject, Duration window, Instant now) {
        counts.merge(subject, new Attempts(now, 1),
                (before, first) -> before.since().isAfter(now.minus(window))
                        ? new Attempts(before.since(), before.count() + 1)
                        : first);
    }

    @Override
    void subtract(Subject subject) {
        counts.computeIfPresent(subject,
                (_, before) -> new Attempts(before.since(), Math.max(0, before.count() - 1)));
    }

    @Override
    void clear(Subject subject) {
        counts.remove(subject);
    }

    @Override
    void purge(Instant now) {
        // Each test has only a few counts.
    }
}

package com.foobar.web.account.throttle;

import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts as the database does. */
final class AttemptsInMemory extends AttemptStore {

    private final Map<String, Attempts> counts = new HashMap<>();

    AttemptsInMemory() {
        super(mock(JdbcClient.class));
    }

    @Override
    Optional<Attempts> find(Subject subject) {
        return Optional.ofNullable(counts.get(key(subject)));
    }

    @Override
    void add(Subject subject, Duration window, Instant now) {
        counts.merge(key(subject), new Attempts(now, 1),
                (before, first) -> before.since().isAfter(now.minus(window))
                        ? new Attempts(before.since(), before.count() + 1)
                        : first);
    }

    @Override
    void subtract(Subject subject) {
        counts.computeIfPresent(key(subject),
                (_, before) -> new Attempts(before.since(), Math.max(0, before.count() - 1)));
    }

    @Override
    void clear(Subject subject) {
        counts.remove(key(subject));
    }

    @Override
    void purge(Instant now) {
        // Each test has few of its own.
    }

    private static String key(Subject subject) {
        return HexFormat.of().formatHex(subject.hash());
    }
}

package com.foobar.web.idempotency;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UnknownOutcomeTests {

    private static final DataAccessException UNKNOWN = new TransientDataAccessResourceException("lost",
            new SQLException("lost", "08007"));
    private static final DataAccessException AWAY = new TransientDataAccessResourceException("away",
            new SQLException("away", "08001"));

    private final Queue<RuntimeException> failures = new ArrayDeque<>();
    private int calls;

    @Test
    void aChangeWhoseOutcomeIsUnknownIsMadeOnceMore() {
        failures.add(UNKNOWN);

        assertThat(UnknownOutcome.resolved(true, this::change)).isEqualTo("stored");
        assertThat(calls).isEqualTo(2);
    }

    @Test
    void aChangeThatWouldNotBeRecognisedIsNotMadeAgain() {
        failures.add(UNKNOWN);

        assertThatThrownBy(() -> UnknownOutcome.resolved(false, this::change)).isSameAs(UNKNOWN);
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void aChangeThatWasCertainlyNotStoredIsNotMadeAgain() {
        failures.add(AWAY);

        assertThatThrownBy(() -> UnknownOutcome.resolved(true, this::change)).isSameAs(AWAY);
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void theOutcomeStaysUnknownIfTheDatabaseIsAwayThen() {
        failures.addAll(List.of(UNKNOWN, AWAY));

        assertThatThrownBy(() -> UnknownOutcome.resolved(true, this::change)).isSameAs(UNKNOWN);
    }

    @Test
    void whatTheSecondAttemptFindsCounts() {
        IllegalStateException conflict = new IllegalStateException("changed meanwhile");
        failures.addAll(List.of(UNKNOWN, conflict));

        assertThatThrownBy(() -> UnknownOutcome.resolved(true, this::change)).isSameAs(conflict);
    }

    private String change() {
        calls++;
        RuntimeException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        return "stored";
    }
}

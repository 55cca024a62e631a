package com.foobar.web.account.throttle;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class AttemptStoreTests {

    private static final Subject ADA = Subject.username("sign-in", "ada");
    private static final CannotAcquireLockException DEADLOCK = new CannotAcquireLockException("Deadlock found");

    private final JdbcClient database = mock(JdbcClient.class);
    private final StatementSpec statement = mock(StatementSpec.class);
    private final AttemptStore store = new AttemptStore(database);

    @BeforeEach
    void takeStatements() {
        when(database.sql(anyString())).thenReturn(statement);
        when(statement.param(anyString(), any())).thenReturn(statement);
    }

    @Test
    void anAttemptIsCountedOnceMoreAfterADeadlock() {
        when(statement.update()).thenThrow(DEADLOCK).thenReturn(1);

        assertThatCode(this::add).doesNotThrowAnyException();
        verify(statement, times(2)).update();
    }

    @Test
    void aSecondDeadlockIsAFailure() {
        when(statement.update()).thenThrow(DEADLOCK);

        assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(this::add);
        verify(statement, times(2)).update();
    }

    private void add() {
        store.add(ADA, Duration.ofMinutes(1), Instant.EPOCH);
    }
}

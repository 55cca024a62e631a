package com.foobar.web.account;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.foobar.web.forms.RejectedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

class AccountStoreTests {

    private final AccountRepository accounts = mock(AccountRepository.class);
    private final Sessions sessions = mock(Sessions.class);
    private final AccountStore store = new AccountStore(accounts, sessions, mock(ApiTokens.class),
            mock(JdbcClient.class), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void usernameThatAnotherAccountGotMeanwhileIsTaken() {
        when(accounts.insert(any(), any(), any(), any(), any())).thenThrow(new DuplicateKeyException("Same username."));

        assertThatExceptionOfType(RejectedException.class).isThrownBy(this::signUp)
                .satisfies(rejected -> assertThat(rejected.problems())
                        .containsEntry("username", Accounts.TAKEN));
    }

    @Test
    void violationOfAnotherRuleOfTheAccountIsNoTakenUsername() {
        when(accounts.insert(any(), any(), any(), any(), any()))
                .thenThrow(new DataIntegrityViolationException("Too long."));

        assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(this::signUp);
    }

    @Test
    void violationOfARuleOfTheSessionIsNoTakenUsername() {
        when(sessions.begin(anyLong(), any(), any())).thenThrow(new DuplicateKeyException("Same session."));

        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(this::signUp);
    }

    private void signUp() {
        store.signUp("ada", "Ada", "", "hash", new Client("192.0.2.1", "Browser", List.of()));
    }
}

package com.foobar.web.account;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.TransientDataAccessResourceException;

import com.foobar.web.account.AccountStore.Credentials;
import com.foobar.web.account.password.PasswordHasher;
import com.foobar.web.account.throttle.PasswordAttempt;
import com.foobar.web.account.throttle.PasswordAttempts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

class AccountsTests {

    private static final String PASSWORD = "correct horse battery";
    private static final Client CLIENT = new Client("192.0.2.1", "Browser", List.of());

    private final AccountStore store = mock(AccountStore.class);
    private final PasswordHasher hasher = mock(PasswordHasher.class);
    private final PasswordHasher.Place place = mock(PasswordHasher.Place.class);
    private final PasswordAttempts attempts = mock(PasswordAttempts.class);
    private final PasswordAttempt attempt = mock(PasswordAttempt.class);
    private final Accounts accounts = new Accounts(store, mock(Sessions.class), mock(ApiTokens.class),
            mock(DeviceTokens.class), hasher, attempts);

    @BeforeEach
    void haveAnAccount() {
        when(store.credentials("ada")).thenReturn(Optional.of(new Credentials(7, "ada", "hash")));
        when(attempts.ofStranger(any(), any())).thenReturn(attempt);
        when(attempt.lane()).thenReturn("lane");
        when(hasher.enter("lane")).thenReturn(place);
        when(place.matches(PASSWORD, "hash")).thenReturn(true);
    }

    @Test
    void rightPasswordIsNoFailureWhenItsSuccessCannotBeCounted() {
        TransientDataAccessResourceException lost = new TransientDataAccessResourceException("Lost.");
        doThrow(lost).when(attempt).succeeded();

        assertThatExceptionOfType(TransientDataAccessResourceException.class)
                .isThrownBy(() -> accounts.signIn("ada", PASSWORD, CLIENT)).isSameAs(lost);
        verify(attempt).abandon();
    }

    @Test
    void rightPasswordThatCannotBeHashedAnewIsTakenBackOnce() {
        when(hasher.isOutdated("hash")).thenReturn(true);
        when(place.hash(PASSWORD)).thenThrow(new IllegalStateException("No hash."));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> accounts.signIn("ada", PASSWORD, CLIENT));
        verify(attempt).abandon();
        verify(attempt, never()).succeeded();
    }

    @Test
    void wrongPasswordStaysCounted() {
        assertThat(accounts.signIn("ada", "wrong", CLIENT)).isEmpty();

        verify(attempt, never()).abandon();
        verify(attempt, never()).succeeded();
        verify(store, never()).signIn(any(), any(), any());
    }
}

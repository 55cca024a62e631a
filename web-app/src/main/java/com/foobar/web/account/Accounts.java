package com.foobar.web.account;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

import com.foobar.web.account.AccountStore.Begun;
import com.foobar.web.account.AccountStore.Credentials;
import com.foobar.web.account.password.PasswordHasher;
import com.foobar.web.account.password.PasswordRules;
import com.foobar.web.account.throttle.PasswordAttempt;
import com.foobar.web.account.throttle.PasswordAttempts;
import com.foobar.web.forms.FieldErrors;
import com.foobar.web.forms.RejectedException;
import com.foobar.web.text.TypedText;

/**
 * Everything that needs a password: creating an account, signing in, changing the password, creating an API token, and
 * deleting the account.
 *
 * <p>
 * Each method may throw {@link com.foobar.web.account.password.PasswordsBusyException} if too many passwords are
 * checked at the same time, {@link com.foobar.web.account.throttle.TooManyAttemptsException} if there were too many
 * attempts, and Spring's {@code DataAccessException} if the primary database does not respond.
 */
@Service
public class Accounts {

    static final String TAKEN = "This username is taken: choose another.";

    private final AccountStore store;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final DeviceTokens devices;
    private final PasswordHasher hasher;
    private final PasswordAttempts attempts;

    Accounts(AccountStore store, Sessions sessions, ApiTokens tokens, DeviceTokens devices, PasswordHasher hasher,
            PasswordAttempts attempts) {
        this.store = store;
        this.sessions = sessions;
        this.tokens = tokens;
        this.devices = devices;
        this.hasher = hasher;
        this.attempts = attempts;
    }

    /**
     * Creates an account and signs its owner in.
     *
     * @throws RejectedException if one of the fields is invalid or the username is taken
     */
    public SignedIn signUp(SignUp wanted, Client client) {
        String username = Usernames.normalized(wanted.username());
        String name = TypedText.line(wanted.displayName());
        String displayName = name.isEmpty() ? username : name;
        String email = TypedText.line(wanted.email());
        String password = wanted.password() == null ? "" : wanted.password();
        new FieldErrors().add("username", Usernames.problem(username))
                .add("displayName", displayName.isEmpty() ? null : ProfileRules.displayNameProblem(displayName))
                .add("email", ProfileRules.emailProblem(email))
                .add("password", PasswordRules.problem(password, username)).throwIfAny();
        PasswordAttempt attempt = attempts.ofSignUp(client.address());
        try {
            if (store.credentials(username).isPresent()) {
                throw new RejectedException("username", TAKEN);
            }
            String hash = hash(password, attempt.lane());
            Begun begun = store.signUp(username, displayName, email, hash, client);
            return new SignedIn(begun.session(), devices.issue(begun.accountId(), hash));
        } catch (RuntimeException e) {
            attempt.abandon();
            throw e;
        }
    }

    /**
     * Signs in.
     *
     * @return the new session and device; empty if the username or the password is wrong. It takes the same time in
     *         both cases, so that the time does not reveal which usernames exist.
     */
    public Optional<SignedIn> signIn(@Nullable String username, @Nullable String password, Client client) {
        String name = Usernames.normalized(username);
        Credentials credentials = store.credentials(name).orElse(null);
        PasswordAttempt attempt = attemptToSignIn(name, credentials, client);
        Checked checked = check(credentials, password, attempt);
        if (checked == null) {
            return Optional.empty();
        }
        sessions.purge();
        long account = checked.credentials().accountId();
        return Optional.ofNullable(store.signIn(checked.credentials(), checked.newerHash(), client))
                .map(session -> new SignedIn(session, devices.issue(account, checked.presentHash())));
    }

    private PasswordAttempt attemptToSignIn(String username, @Nullable Credentials credentials, Client client) {
        Optional<String> device = credentials == null ? Optional.empty()
                : devices.find(client.devices(), credentials);
        return credentials != null && device.isPresent()
                ? attempts.onDevice(credentials.accountId(), device.get(), username, client.address())
                : attempts.ofStranger(username, client.address());
    }

    /**
     * Changes the password and ends all sessions of the account except the viewer's session.
     *
     * @param revokeTokens whether to revoke the account's API tokens too
     * @return the new token of the viewer's device
     * @throws RejectedException if {@code currentPassword} or {@code newPassword} is wrong
     */
    public KnownDevice changePassword(Viewer viewer, @Nullable String currentPassword, @Nullable String newPassword,
            boolean revokeTokens) {
        String next = newPassword == null ? "" : newPassword;
        new FieldErrors().add("newPassword", PasswordRules.problem(next, viewer.username())).throwIfAny();
        Credentials credentials = require(viewer, "currentPassword", currentPassword);
        String hash = hash(next, PasswordAttempts.lane(viewer.accountId()));
        if (!store.changePassword(credentials, hash, viewer.sessionId(), revokeTokens)) {
            throw changedMeanwhile("currentPassword");
        }
        return devices.issue(viewer.accountId(), hash);
    }

    /**
     * Creates an API token.
     *
     * @throws RejectedException if {@code name} or {@code password} is wrong
     */
    public NewApiToken makeToken(Viewer viewer, @Nullable String password, TokenRequest wanted) {
        new FieldErrors().add("name", ApiTokens.nameProblem(wanted.name())).throwIfAny();
        Credentials credentials = require(viewer, "password", password);
        tokens.purge();
        return store.makeToken(credentials, wanted).orElseThrow(() -> changedMeanwhile("password"));
    }

    /**
     * Deletes the account with its sessions, tokens and drafts.
     *
     * @param keepStories whether the published stories and the comments stay, without the author's name
     * @throws RejectedException if {@code password} is wrong
     */
    public void delete(Viewer viewer, @Nullable String password, boolean keepStories) {
        Credentials credentials = require(viewer, "password", password);
        store.delete(credentials.accountId(), keepStories);
    }

    private static RejectedException changedMeanwhile(String field) {
        return new RejectedException(field, "The password was changed elsewhere meanwhile.");
    }

    private Credentials require(Viewer viewer, String field, @Nullable String password) {
        if (password == null || password.isEmpty()) {
            throw new RejectedException(field, "Type your password.");
        }
        Credentials credentials = store.credentials(viewer.username()).orElse(null);
        Checked checked = check(credentials, password, attempts.inSession(viewer.accountId(), viewer.credential()));
        if (checked == null) {
            throw new RejectedException(field, "This is not your password.");
        }
        return checked.credentials();
    }

    /** A right password; with a newer hash if the stored hash is outdated. */
    private record Checked(Credentials credentials, @Nullable String newerHash) {

        String presentHash() {
            return newerHash == null ? credentials.passwordHash() : newerHash;
        }
    }

    private @Nullable Checked check(@Nullable Credentials credentials, @Nullable String password,
            PasswordAttempt attempt) {
        String typed = password == null ? "" : password;
        try (PasswordHasher.Place place = hasher.enter(attempt.lane())) {
            boolean right = place.matches(typed, credentials == null ? null : credentials.passwordHash());
            if (credentials == null || !right) {
                return null;
            }
            Checked checked = new Checked(credentials,
                    hasher.isOutdated(credentials.passwordHash()) ? place.hash(typed) : null);
            attempt.succeeded();
            return checked;
        } catch (RuntimeException e) {
            // A success that could not be counted is taken back too: a right password must not stay counted as a
            // failure.
            attempt.abandon();
            throw e;
        }
    }

    private String hash(String password, String lane) {
        try (PasswordHasher.Place place = hasher.enter(lane)) {
            return place.hash(password);
        }
    }
}

package com.foobar.web.account;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import com.foobar.web.account.AccountStore.Credentials;
import com.foobar.web.account.password.PasswordHasher;
import com.foobar.web.account.password.PasswordRules;
import com.foobar.web.account.throttle.Throttle;

/**
 * All that takes a password: making an account, signing in, changing the password, and deleting the account.
 *
 * <p>
 * Each method may throw {@link com.foobar.web.account.password.PasswordsBusyException} where too many passwords are checked at
 * once, {@link com.foobar.web.account.throttle.TooManyAttemptsException} where too much was tried, and Spring's
 * {@code DataAccessException} where the primary database does not answer.
 */
@Service
public class Accounts {

    static final String TAKEN = "This username is taken: choose another.";

    private final AccountStore store;
    private final Sessions sessions;
    private final PasswordHasher hasher;
    private final Throttle throttle;

    Accounts(AccountStore store, Sessions sessions, PasswordHasher hasher, Throttle throttle) {
        this.store = store;
        this.sessions = sessions;
        this.hasher = hasher;
        this.throttle = throttle;
    }

    /**
     * Makes an account and signs its owner in.
     *
     * @return the token of the first session
     * @throws RejectedException
     *             of any of the fields
     */
    public String signUp(SignUp wanted, Client client) {
        String username = Usernames.normalized(wanted.username());
        String name = ProfileRules.text(wanted.displayName());
        String displayName = name.isEmpty() ? username : name;
        String email = ProfileRules.text(wanted.email());
        String password = wanted.password() == null ? "" : wanted.password();
        new Problems().add("username", Usernames.problem(username))
                .add("displayName", displayName.isEmpty() ? null : ProfileRules.displayNameProblem(displayName))
                .add("email", ProfileRules.emailProblem(email))
                .add("password", PasswordRules.problem(password, username)).throwIfAny();
        String hash;
        try (var place = hasher.enter()) {
            throttle.requireSignUp(client.address());
            if (store.credentials(username).isPresent()) {
                throw new RejectedException("username", TAKEN);
            }
            hash = place.hash(password);
        }
        String token = store.signUp(username, displayName, email, hash, client);
        throttle.signedUp(client.address());
        return token;
    }

    /**
     * Signs in.
     *
     * @return the new session's token, or nothing where the username or the password is wrong, which takes as long whichever it is
     */
    public Optional<String> signIn(@Nullable String username, @Nullable String password, Client client) {
        String name = Usernames.normalized(username);
        Checked checked = check(name, password, client);
        if (checked == null) {
            return Optional.empty();
        }
        sessions.purge();
        return Optional.ofNullable(store.signIn(checked.credentials(), checked.newerHash(), client));
    }

    /**
     * Changes the password and ends all of the account's sessions but the viewer's.
     *
     * @throws RejectedException
     *             of {@code currentPassword} or {@code newPassword}
     */
    public void changePassword(Viewer viewer, @Nullable String currentPassword, @Nullable String newPassword,
            Client client) {
        String next = newPassword == null ? "" : newPassword;
        new Problems().add("newPassword", PasswordRules.problem(next, viewer.username())).throwIfAny();
        Credentials credentials = require(viewer, "currentPassword", currentPassword, client);
        String hash;
        try (var place = hasher.enter()) {
            hash = place.hash(next);
        }
        if (!store.changePassword(credentials, hash, viewer.sessionId())) {
            throw new RejectedException("currentPassword", "The password was changed elsewhere meanwhile.");
        }
    }

    /**
     * Deletes the account with its sessions, tokens and drafts.
     *
     * @param keepStories
     *            whether what was published stays, without its author's name
     * @throws RejectedException
     *             of {@code password}
     */
    public void delete(Viewer viewer, @Nullable String password, boolean keepStories, Client client) {
        Credentials credentials = require(viewer, "password", password, client);
        store.delete(credentials.accountId(), keepStories);
    }

    private Credentials require(Viewer viewer, String field, @Nullable String password, Client client) {
        Checked checked = check(viewer.username(), password, client);
        if (checked == null) {
            throw new RejectedException(field, "This is not your password.");
        }
        return checked.credentials();
    }

    /** A password that is right, and a newer hash of it where the stored one is outdated. */
    private record Checked(Credentials credentials, @Nullable String newerHash) {}

    /** The throttle is asked and told within the hasher's place, so that many requests at once cannot get past it. */
    private @Nullable Checked check(String username, @Nullable String password, Client client) {
        String typed = password == null ? "" : password;
        try (var place = hasher.enter()) {
            throttle.requireSignIn(username, client.address());
            Credentials credentials = store.credentials(username).orElse(null);
            boolean right = place.matches(typed, credentials == null ? null : credentials.passwordHash());
            if (credentials == null || !right) {
                throttle.signInFailed(username, client.address());
                return null;
            }
            throttle.signInSucceeded(username);
            return new Checked(credentials,
                    hasher.isOutdated(credentials.passwordHash()) ? place.hash(typed) : null);
        }
    }
}

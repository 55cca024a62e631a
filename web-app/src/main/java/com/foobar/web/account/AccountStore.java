package com.foobar.web.account;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.foobar.web.forms.RejectedException;

/**
 * Writes accounts, each change in one transaction. Callers hash passwords before or after a call, so that no
 * transaction is open while a hash is computed.
 */
@Component
class AccountStore {

    private final AccountRepository accounts;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final JdbcClient database;
    private final Clock clock;

    AccountStore(AccountRepository accounts, Sessions sessions, ApiTokens tokens, JdbcClient database, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.database = database;
        this.clock = clock;
    }

    /** An account and the hash to check its password against. */
    record Credentials(long accountId, String username, String passwordHash) {}

    /**
     * Returns the credentials of an account; empty if there is no such account. Runs on the primary: a replica could
     * still accept an old password just after a change.
     */
    @Transactional
    public Optional<Credentials> credentials(String username) {
        if (!Usernames.isWellFormed(username)) {
            return Optional.empty();
        }
        return database.sql("select id account_id, username, password_hash from account where username = :username")
                .param("username", username)
                .query((row, _) -> new Credentials(row.getLong("account_id"), row.getString("username"),
                        row.getString("password_hash")))
                .optional();
    }

    /** A new account and the token of its first session. */
    record Begun(long accountId, String session) {}

    /**
     * Creates an account and its first session.
     *
     * @throws RejectedException if the username is taken
     */
    @Transactional
    public Begun signUp(String username, String displayName, String email, String passwordHash, Client client) {
        long account = insert(username, displayName, email, passwordHash);
        return new Begun(account, Objects.requireNonNull(sessions.begin(account, passwordHash, client)));
    }

    private long insert(String username, String displayName, String email, String passwordHash) {
        try {
            return accounts.insert(username, passwordHash, displayName, email, clock.instant());
        } catch (DuplicateKeyException e) {
            throw new RejectedException("username", Accounts.TAKEN);
        }
    }

    /**
     * Begins a session, and replaces the password's hash if there is a newer hash of the same password.
     *
     * @return the session's token; null if the account was deleted or its password has changed since the check
     */
    @Transactional
    public @Nullable String signIn(Credentials checked, @Nullable String newerHash, Client client) {
        if (newerHash != null && replaceHash(checked, newerHash)) {
            return sessions.begin(checked.accountId(), newerHash, client);
        }
        return sessions.begin(checked.accountId(), checked.passwordHash(), client);
    }

    /**
     * Changes a password, ends all sessions except one, and revokes the API tokens if wanted.
     *
     * @param keptSession the session that does not end, or null to end all
     * @return false if the password has changed since the check; then nothing is changed
     */
    @Transactional
    public boolean changePassword(Credentials checked, String newHash, @Nullable Long keptSession,
            boolean revokeTokens) {
        if (!replaceHash(checked, newHash)) {
            return false;
        }
        sessions.revokeOthers(checked.accountId(), keptSession);
        if (revokeTokens) {
            tokens.revokeAll(checked.accountId());
        }
        return true;
    }

    /**
     * Creates an API token. The statement locks the account, so that its password cannot change before the end of the
     * transaction: a later change of the password that revokes the tokens then revokes this token too.
     *
     * @return empty if the password has changed since the check
     */
    @Transactional
    public Optional<NewApiToken> makeToken(Credentials checked, TokenRequest wanted) {
        return database.sql("select id from account where id = :id and password_hash = :hash for update")
                .param("id", checked.accountId()).param("hash", checked.passwordHash()).query(Long.class).optional()
                .map(account -> tokens.make(account, wanted));
    }

    private boolean replaceHash(Credentials checked, String newHash) {
        return database.sql("update account set password_hash = :new where id = :id and password_hash = :hash")
                .param("new", newHash).param("id", checked.accountId()).param("hash", checked.passwordHash())
                .update() > 0;
    }

    /**
     * Deletes an account and its drafts, which nobody could read any more. The published stories and the comments stay
     * if the author wants.
     *
     * @param keepStories whether the published stories and the comments stay
     */
    @Transactional
    public void delete(long accountId, boolean keepStories) {
        if (keepStories) {
            database.sql("delete from story where author_id = :id and published_at is null").param("id", accountId)
                    .update();
        } else {
            for (String table : List.of("story_comment", "story")) {
                database.sql("delete from " + table + " where author_id = :id").param("id", accountId).update();
            }
        }
        database.sql("delete from account where id = :id").param("id", accountId).update();
    }
}

package com.foobar.web.account;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.foobar.web.forms.RejectedException;

/**
 * What is written of accounts, each in one transaction; whoever hashes passwords does so before or after, not within.
 */
@Component
class AccountStore {

    private final AccountRepository accounts;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final JdbcClient jdbc;
    private final Clock clock;

    AccountStore(AccountRepository accounts, Sessions sessions, ApiTokens tokens, JdbcClient jdbc, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a password is checked against. */
    record Credentials(long accountId, String username, String passwordHash) {}

    /** Asks the primary, outside of any transaction: a password that was just changed is no longer good anywhere. */
    Optional<Credentials> credentials(String username) {
        if (!Usernames.isWellFormed(username)) {
            return Optional.empty();
        }
        return jdbc.sql("select id account_id, username, password_hash from account where username = ?").param(username)
                .query((row, _) -> new Credentials(row.getLong("account_id"), row.getString("username"),
                        row.getString("password_hash")))
                .optional();
    }

    /** A new account and its first session. */
    record Begun(long accountId, String session) {}

    /** Makes an account and its first session. */
    @Transactional
    public Begun signUp(String username, String displayName, String email, String passwordHash, Client client) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try {
            Account account = accounts.saveAndFlush(new Account(username, passwordHash, displayName, email, now));
            return new Begun(account.id(),
                    Objects.requireNonNull(sessions.begin(account.id(), passwordHash, client)));
        } catch (DataIntegrityViolationException e) {
            throw new RejectedException("username", Accounts.TAKEN);
        }
    }

    /**
     * Begins a session, with a newer hash of the same password where there is one; null where the password has changed
     * meanwhile.
     */
    @Transactional
    public @Nullable String signIn(Credentials checked, @Nullable String newerHash, Client client) {
        if (newerHash != null && replaceHash(checked, newerHash)) {
            return sessions.begin(checked.accountId(), newerHash, client);
        }
        return sessions.begin(checked.accountId(), checked.passwordHash(), client);
    }

    /**
     * Changes a password that is still the one that was checked, and ends all sessions but one, and perhaps the API
     * tokens.
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
     * Makes an API token, or nothing where the password has changed meanwhile: until the transaction's end it cannot
     * change, so that a change which revokes the tokens revokes this one too.
     */
    @Transactional
    public Optional<NewApiToken> makeToken(Credentials checked, TokenRequest wanted) {
        return jdbc.sql("select id from account where id = ? and password_hash = ? for update")
                .params(checked.accountId(), checked.passwordHash()).query(Long.class).optional()
                .map(account -> tokens.make(account, wanted));
    }

    private boolean replaceHash(Credentials checked, String newHash) {
        return jdbc.sql("update account set password_hash = ? where id = ? and password_hash = ?")
                .params(newHash, checked.accountId(), checked.passwordHash()).update() > 0;
    }

    /**
     * Deletes an account. Drafts go with it, for nobody could read them; what was published stays where its author
     * wants.
     */
    @Transactional
    public void delete(long accountId, boolean keepStories) {
        if (keepStories) {
            jdbc.sql("delete from story where author_id = ? and published_at is null").param(accountId).update();
        } else {
            for (String table : List.of("story_comment", "story")) {
                jdbc.sql("delete from " + table + " where author_id = ?").param(accountId).update();
            }
        }
        jdbc.sql("delete from account where id = ?").param(accountId).update();
    }
}

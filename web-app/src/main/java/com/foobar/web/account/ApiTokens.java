package com.foobar.web.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.foobar.web.account.ViewerQueries.TokenViewer;
import com.foobar.web.forms.RejectedException;
import com.foobar.web.sql.SqlTimes;
import com.foobar.web.sql.Statements;
import com.foobar.web.text.TextRules;
import com.foobar.web.text.TypedText;

/** Manages the API tokens, with which programs act for the token's owner. */
@Service
public class ApiTokens {

    /** Maximum number of valid tokens of an account. */
    public static final int MOST = 30;

    /** Prefix of each token. It tells people, and programs that search for leaked secrets, what they have found. */
    static final String PREFIX = "fbr_";

    private static final int LONGEST_NAME = 60;

    /** How long an expired token stays in the list, so that its owner sees why a program is refused. */
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final Logger logger = LoggerFactory.getLogger(ApiTokens.class);

    private final JdbcClient database;
    private final ViewerQueries viewers;
    private final TokenUses uses;
    private final Clock clock;

    ApiTokens(JdbcClient database, ViewerQueries viewers, TokenUses uses, Clock clock) {
        this.database = database;
        this.viewers = viewers;
        this.uses = uses;
        this.clock = clock;
    }

    /** Returns what is wrong with a token's name, as a sentence; null if the name is valid. */
    static @Nullable String nameProblem(@Nullable String name) {
        String text = TypedText.line(name);
        return TextRules.isVisible(text) && TextRules.isLine(text) && TextRules.length(text) <= LONGEST_NAME ? null
                : "Say in 1 to 60 characters what the token is for.";
    }

    /**
     * Creates a token in the caller's transaction, which has locked the account.
     *
     * @throws RejectedException for the field {@code name} if the account has {@value #MOST} valid tokens
     */
    NewApiToken make(long accountId, TokenRequest wanted) {
        Instant now = clock.instant();
        if (count(accountId) >= MOST) {
            database.sql("delete from api_token where account_id = :account and expires_at <= :now")
                    .param("account", accountId).param("now", SqlTimes.column(now)).update();
            if (count(accountId) >= MOST) {
                throw new RejectedException("name", "There are " + MOST + " tokens already: revoke one first.");
            }
        }
        return insert(accountId, wanted, now);
    }

    /** Returns the number of an account's tokens, including expired tokens. */
    @Transactional(readOnly = true)
    public int count(long accountId) {
        return database.sql("select count(*) from api_token where account_id = :account").param("account", accountId)
                .query(Integer.class).single();
    }

    private NewApiToken insert(long accountId, TokenRequest wanted, Instant now) {
        String token = PREFIX + Secret.generate();
        String name = TypedText.line(wanted.name());
        Instant end = now.plus(wanted.lifetime());
        long id = Statements.insert(database.sql("""
                insert into api_token (account_id, name, scopes, token_hash, created_at, expires_at)
                values (:account, :name, :scopes, :hash, :now, :end)""").param("account", accountId).param("name", name)
                .param("scopes", Scope.column(wanted.scopes())).param("hash", Secret.hash(token))
                .param("now", SqlTimes.column(now)).param("end", SqlTimes.column(end)));
        return new NewApiToken(new ApiTokenView(id, name, wanted.scopes(), now, end, null), token);
    }

    /**
     * Returns the owner of a token; empty if the token is unknown, expired or revoked. A revocation takes effect on
     * every instance at once while the primary responds.
     *
     * @param token the text that a program sent, unchecked
     * @throws org.springframework.dao.DataAccessException if no database node responds
     */
    public Optional<Viewer> find(String token) {
        return token.startsWith(PREFIX) && Secret.isWellFormed(token.substring(PREFIX.length()))
                ? viewers.ofApiToken(Secret.hash(token), clock.instant()).map(this::noted)
                : Optional.empty();
    }

    private Viewer noted(TokenViewer found) {
        uses.note(found.tokenId(), found.lastUsedAt());
        return found.viewer();
    }

    /** Returns an account's tokens, including expired tokens, the newest first; at most {@value #MOST}. */
    @Transactional(readOnly = true)
    public List<ApiTokenView> list(long accountId) {
        return database.sql("""
                select id, name, scopes, created_at, expires_at, last_used_at from api_token
                where account_id = :account order by id desc""")
                .param("account", accountId).query((row, _) -> view(row)).list();
    }

    /** Revokes one of an account's tokens. Returns false if the account has no such token. */
    @Transactional
    public boolean revoke(long accountId, long tokenId) {
        return database.sql("delete from api_token where id = :id and account_id = :account").param("id", tokenId)
                .param("account", accountId).update() > 0;
    }

    /** Revokes all tokens of an account, in the caller's transaction. */
    void revokeAll(long accountId) {
        database.sql("delete from api_token where account_id = :account").param("account", accountId).update();
    }

    /** Deletes up to 100 tokens that expired long ago. */
    void purge() {
        try {
            database.sql("delete from api_token where expires_at <= :end order by expires_at limit 100")
                    .param("end", SqlTimes.column(clock.instant().minus(REMEMBERED))).update();
        } catch (PessimisticLockingFailureException e) {
            logger.debug("Another instance forgets the same tokens.", e);
        }
    }

    private static ApiTokenView view(ResultSet row) throws SQLException {
        return new ApiTokenView(row.getLong("id"), row.getString("name"), Scope.read(row.getString("scopes")),
                SqlTimes.read(row, "created_at"), SqlTimes.readOptional(row, "expires_at"),
                SqlTimes.readOptional(row, "last_used_at"));
    }
}

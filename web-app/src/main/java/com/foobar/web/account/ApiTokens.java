package com.foobar.web.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.foobar.web.account.ViewerQueries.TokenViewer;
import com.foobar.web.forms.RejectedException;
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

    private final JdbcClient jdbc;
    private final ViewerQueries viewers;
    private final TokenUses uses;
    private final Clock clock;

    ApiTokens(JdbcClient jdbc, ViewerQueries viewers, TokenUses uses, Clock clock) {
        this.jdbc = jdbc;
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
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (count(accountId) >= MOST) {
            jdbc.sql("delete from api_token where account_id = ? and expires_at <= ?")
                    .params(accountId, SqlTimes.column(now)).update();
            if (count(accountId) >= MOST) {
                throw new RejectedException("name", "There are " + MOST + " tokens already: revoke one first.");
            }
        }
        return insert(accountId, wanted, now);
    }

    /** Returns the number of an account's tokens, including expired tokens. */
    @Transactional(readOnly = true)
    public int count(long accountId) {
        return jdbc.sql("select count(*) from api_token where account_id = ?").param(accountId).query(Integer.class)
                .single();
    }

    private NewApiToken insert(long accountId, TokenRequest wanted, Instant now) {
        String token = PREFIX + Secret.generate();
        String name = TypedText.line(wanted.name());
        Instant end = now.plus(wanted.lifetime());
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into api_token (account_id, name, scopes, token_hash, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?)""").param(accountId).param(name).param(Scope.column(wanted.scopes()))
                .param(Secret.hash(token)).param(SqlTimes.column(now)).param(SqlTimes.column(end)).update(key);
        long id = Objects.requireNonNull(key.getKey()).longValue();
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
        return jdbc.sql("""
                select id, name, scopes, created_at, expires_at, last_used_at from api_token
                where account_id = ? order by id desc""")
                .param(accountId).query((row, _) -> view(row)).list();
    }

    /** Revokes one of an account's tokens. Returns false if the account has no such token. */
    @Transactional
    public boolean revoke(long accountId, long tokenId) {
        return jdbc.sql("delete from api_token where id = ? and account_id = ?").params(tokenId, accountId)
                .update() > 0;
    }

    /** Revokes all tokens of an account, in the caller's transaction. */
    void revokeAll(long accountId) {
        jdbc.sql("delete from api_token where account_id = ?").param(accountId).update();
    }

    /** Deletes up to 100 tokens that expired long ago. */
    void purge() {
        try {
            jdbc.sql("delete from api_token where expires_at <= ? order by expires_at limit 100")
                    .param(SqlTimes.column(clock.instant().minus(REMEMBERED))).update();
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

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tokens by which programs do what their owner may. */
@Service
public class ApiTokens {

    /** How many an account may have at once. */
    public static final int MOST = 30;

    /** Tells people, and programs that look for lost secrets, what they found. */
    static final String PREFIX = "fbr_";

    private static final int LONGEST_NAME = 60;

    private final JdbcClient jdbc;
    private final ViewerQueries viewers;
    private final Clock clock;

    ApiTokens(JdbcClient jdbc, ViewerQueries viewers, Clock clock) {
        this.jdbc = jdbc;
        this.viewers = viewers;
        this.clock = clock;
    }

    /**
     * Makes a token.
     *
     * @param name
     *            what its owner calls it
     * @param lifetime
     *            null where it is not to expire
     * @throws RejectedException
     *             of {@code name}, where it is missing or too long, or where the account has {@value #MOST} already
     */
    @Transactional
    public NewApiToken make(long accountId, @Nullable String name, @Nullable Duration lifetime) {
        String text = ProfileRules.text(name);
        if (text.isEmpty() || text.codePointCount(0, text.length()) > LONGEST_NAME) {
            throw new RejectedException("name", "Say in 1 to 60 characters what the token is for.");
        }
        int has = jdbc.sql("select count(*) from api_token where account_id = ?").param(accountId)
                .query(Integer.class).single();
        if (has >= MOST) {
            throw new RejectedException("name", "There are " + MOST + " tokens already: revoke one first.");
        }
        return insert(accountId, text, lifetime);
    }

    private NewApiToken insert(long accountId, String name, @Nullable Duration lifetime) {
        String token = PREFIX + Secret.generate();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant end = lifetime == null ? null : now.plus(lifetime);
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into api_token (account_id, name, token_hash, created_at, expires_at) values (?, ?, ?, ?, ?)")
                .param(accountId).param(name).param(Secret.hash(token)).param(Times.column(now))
                .param(end == null ? null : Times.column(end)).update(key);
        long id = Objects.requireNonNull(key.getKey()).longValue();
        return new NewApiToken(new ApiTokenView(id, name, now, end), token);
    }

    /**
     * Whose token it is; revoked ones are unknown at once on every instance.
     *
     * @param token
     *            what a program sent, whatever it is
     * @throws org.springframework.dao.DataAccessException
     *             where no database answers
     */
    public Optional<Viewer> find(String token) {
        return token.startsWith(PREFIX) && Secret.isWellFormed(token.substring(PREFIX.length()))
                ? viewers.ofApiToken(Secret.hash(token), clock.instant())
                : Optional.empty();
    }

    /** An account's tokens, the newest first, {@value #MOST} at most; those that have expired too. */
    @Transactional(readOnly = true)
    public List<ApiTokenView> list(long accountId) {
        return jdbc.sql("""
                select id, name, created_at, expires_at from api_token where account_id = ? order by id desc""")
                .param(accountId).query((row, _) -> view(row)).list();
    }

    /** Ends one of an account's tokens; false where the account has no such token. */
    @Transactional
    public boolean revoke(long accountId, long tokenId) {
        return jdbc.sql("delete from api_token where id = ? and account_id = ?").params(tokenId, accountId)
                .update() > 0;
    }

    private static ApiTokenView view(ResultSet row) throws SQLException {
        return new ApiTokenView(row.getLong("id"), row.getString("name"), Times.read(row, "created_at"),
                Times.readOptional(row, "expires_at"));
    }
}

package com.foobar.web.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.foobar.web.sql.SqlTimes;

/**
 * Finds the owner of a session or API token. The queries run outside any transaction, and so on the primary, where a
 * revoked session or token is gone at once. A replica is asked only if the primary does not respond.
 */
@Component
class ViewerQueries {

    private static final Logger logger = LoggerFactory.getLogger(ViewerQueries.class);

    private static final String ACCOUNT = "a.id account_id, a.username, a.display_name, a.theme, a.time_zone, "
            + "a.page_size";

    private final JdbcClient database;
    private final AnyNode anyNode;

    ViewerQueries(JdbcClient database, AnyNode anyNode) {
        this.database = database;
        this.anyNode = anyNode;
    }

    /**
     * Returns the owner of a session; empty if there is no such session or it has expired.
     *
     * @param hash the SHA-256 hash of the session's token
     * @throws DataAccessException if no database node responds
     */
    Optional<Viewer> ofSession(byte[] hash, Instant now) {
        return read(() -> database.sql("select s.id session_id, " + ACCOUNT + """
                 from user_session s join account a on a.id = s.account_id
                where s.token_hash = :hash and s.expires_at > :now""").param("hash", hash)
                .param("now", SqlTimes.column(now))
                .query((row, _) -> viewer(row, row.getLong("session_id"), null)).optional());
    }

    /**
     * The owner of an API token.
     *
     * @param lastUsedAt the last recorded use of the token; null if there is none
     */
    record TokenViewer(Viewer viewer, long tokenId, @Nullable Instant lastUsedAt) {}

    /**
     * Returns the owner of an API token; empty if there is no such token or it has expired.
     *
     * @param hash the SHA-256 hash of the token
     * @throws DataAccessException if no database node responds
     */
    Optional<TokenViewer> ofApiToken(byte[] hash, Instant now) {
        return read(() -> database.sql("select t.id token_id, t.scopes, t.last_used_at, " + ACCOUNT + """
                 from api_token t join account a on a.id = t.account_id
                where t.token_hash = :hash and (t.expires_at is null or t.expires_at > :now)""")
                .param("hash", hash).param("now", SqlTimes.column(now)).query((row, _) -> tokenViewer(row)).optional());
    }

    private static TokenViewer tokenViewer(ResultSet row) throws SQLException {
        TokenGrant grant = new TokenGrant(row.getLong("token_id"), Scope.read(row.getString("scopes")));
        return new TokenViewer(viewer(row, null, grant), grant.id(), SqlTimes.readOptional(row, "last_used_at"));
    }

    private <T> T read(Supplier<T> query) {
        try {
            return query.get();
        } catch (DataAccessException e) {
            logger.debug("The primary cannot say who it is.", e);
            return anyNode.read(query);
        }
    }

    private static Viewer viewer(ResultSet row, @Nullable Long sessionId, @Nullable TokenGrant token)
            throws SQLException {
        Preferences preferences = new Preferences(Theme.of(row.getString("theme")).orElse(Theme.SYSTEM),
                zone(row.getString("time_zone")), row.getInt("page_size"));
        return new Viewer(row.getLong("account_id"), row.getString("username"), row.getString("display_name"),
                preferences, sessionId, token);
    }

    /**
     * Returns a time zone. If the JVM of this instance does not know the zone, returns the default zone, because the
     * user could not use the site otherwise.
     */
    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return Preferences.DEFAULT.timeZone();
        }
    }
}

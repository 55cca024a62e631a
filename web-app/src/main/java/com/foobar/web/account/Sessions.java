package com.foobar.web.account;

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

import com.foobar.web.sql.SqlTimes;

/**
 * Manages the sessions of signed-in users. A session ends a fixed time after its start, so that a request in a session
 * does not have to write anything.
 */
@Service
public class Sessions {

    /** How long a session lasts after the sign-in, however often it is used. */
    public static final Duration LIFETIME = Duration.ofDays(30);

    /** Maximum number of sessions of an account; one more session ends the oldest. */
    static final int MOST = 30;

    private static final Logger logger = LoggerFactory.getLogger(Sessions.class);

    private final JdbcClient database;
    private final ViewerQueries viewers;
    private final Clock clock;

    Sessions(JdbcClient database, ViewerQueries viewers, Clock clock) {
        this.database = database;
        this.viewers = viewers;
        this.clock = clock;
    }

    /**
     * Returns the owner of a session; empty if the session is unknown, expired or revoked. A revocation takes effect on
     * every instance at once while the primary responds.
     *
     * @param token the text that the browser sent, unchecked
     * @throws org.springframework.dao.DataAccessException if no database node responds
     */
    public Optional<Viewer> find(String token) {
        return Secret.isWellFormed(token) ? viewers.ofSession(Secret.hash(token), clock.instant()) : Optional.empty();
    }

    /** Returns an account's sessions, the newest first; at most {@value #MOST}. */
    @Transactional(readOnly = true)
    public List<SessionView> list(long accountId) {
        return database.sql("""
                select id, user_agent, address, created_at, expires_at from user_session
                where account_id = :account and expires_at > :now order by id desc""")
                .param("account", accountId).param("now", SqlTimes.column(clock.instant()))
                .query((row, _) -> new SessionView(row.getLong("id"), Device.describe(row.getString("user_agent")),
                        row.getString("address"), SqlTimes.read(row, "created_at"), SqlTimes.read(row, "expires_at")))
                .list();
    }

    /** Ends one of an account's sessions. Returns false if the account has no such session. */
    @Transactional
    public boolean revoke(long accountId, long sessionId) {
        return database.sql("delete from user_session where id = :id and account_id = :account").param("id", sessionId)
                .param("account", accountId).update() > 0;
    }

    /**
     * Ends an account's sessions.
     *
     * @param kept the session that does not end, or null to end all
     * @return how many sessions ended
     */
    @Transactional
    public int revokeOthers(long accountId, @Nullable Long kept) {
        return database.sql("delete from user_session where account_id = :account and id <> :kept")
                .param("account", accountId).param("kept", kept == null ? 0L : kept).update();
    }

    /**
     * Begins a session in the caller's transaction.
     *
     * @return the session's token, which is stored nowhere; null if the account was deleted or its password has changed
     */
    @Nullable
    String begin(long accountId, String passwordHash, Client client) {
        String token = Secret.generate();
        Instant now = clock.instant();
        // The statement locks the account: a change of password waits for this transaction, and then ends this session
        // too.
        int begun = database.sql("""
                insert into user_session (account_id, token_hash, user_agent, address, created_at, expires_at)
                select id, :token, :agent, :address, :now, :end from account
                where id = :account and password_hash = :hash""")
                .param("token", Secret.hash(token)).param("agent", client.userAgent())
                .param("address", client.address()).param("now", SqlTimes.column(now))
                .param("end", SqlTimes.column(now.plus(LIFETIME))).param("account", accountId)
                .param("hash", passwordHash).update();
        endOldest(accountId);
        return begun == 0 ? null : token;
    }

    private void endOldest(long accountId) {
        database.sql("select id from user_session where account_id = :account order by id desc limit 1 offset :most")
                .param("account", accountId).param("most", MOST).query(Long.class).optional()
                .ifPresent(oldest -> endUpTo(accountId, oldest));
    }

    private void endUpTo(long accountId, long lastSession) {
        database.sql("delete from user_session where account_id = :account and id <= :last")
                .param("account", accountId).param("last", lastSession).update();
    }

    /** Deletes up to 100 expired sessions. */
    void purge() {
        try {
            database.sql("delete from user_session where expires_at <= :now order by expires_at limit 100")
                    .param("now", SqlTimes.column(clock.instant())).update();
        } catch (PessimisticLockingFailureException e) {
            logger.debug("Another instance forgets the same sessions.", e);
        }
    }
}

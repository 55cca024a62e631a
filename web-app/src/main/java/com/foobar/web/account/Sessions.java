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

/** Who is signed in where. A session is good for a set time from its start, so that a request in it writes nothing. */
@Service
public class Sessions {

    /** From the sign-in on, however often it is used. */
    public static final Duration LIFETIME = Duration.ofDays(30);

    /** How many an account has at most: one more ends the oldest. */
    static final int MOST = 30;

    private static final Logger logger = LoggerFactory.getLogger(Sessions.class);

    private final JdbcClient jdbc;
    private final ViewerQueries viewers;
    private final Clock clock;

    Sessions(JdbcClient jdbc, ViewerQueries viewers, Clock clock) {
        this.jdbc = jdbc;
        this.viewers = viewers;
        this.clock = clock;
    }

    /**
     * Who a session belongs to; revoked ones are unknown at once on every instance.
     *
     * @param token what the browser sent, whatever it is
     * @throws org.springframework.dao.DataAccessException where no database answers
     */
    public Optional<Viewer> find(String token) {
        return Secret.isWellFormed(token) ? viewers.ofSession(Secret.hash(token), clock.instant()) : Optional.empty();
    }

    /** An account's sessions, the newest first, {@value #MOST} at most. */
    @Transactional(readOnly = true)
    public List<SessionView> list(long accountId) {
        return jdbc.sql("""
                select id, user_agent, address, created_at, expires_at from user_session
                where account_id = ? and expires_at > ? order by id desc""")
                .params(accountId, SqlTimes.column(clock.instant()))
                .query((row, _) -> new SessionView(row.getLong("id"), Device.describe(row.getString("user_agent")),
                        row.getString("address"), SqlTimes.read(row, "created_at"), SqlTimes.read(row, "expires_at")))
                .list();
    }

    /** Ends one of an account's sessions; false where the account has no such session. */
    @Transactional
    public boolean revoke(long accountId, long sessionId) {
        return jdbc.sql("delete from user_session where id = ? and account_id = ?").params(sessionId, accountId)
                .update() > 0;
    }

    /**
     * Ends an account's sessions.
     *
     * @param kept the one that goes on, or null for none
     * @return how many were ended
     */
    @Transactional
    public int revokeOthers(long accountId, @Nullable Long kept) {
        return jdbc.sql("delete from user_session where account_id = ? and id <> ?")
                .params(accountId, kept == null ? 0L : kept).update();
    }

    /**
     * Begins a session in the caller's transaction, unless the account is gone or has another password by now.
     *
     * @return its token, which is kept nowhere, or null
     */
    @Nullable
    String begin(long accountId, String passwordHash, Client client) {
        String token = Secret.generate();
        Instant now = clock.instant();
        // Reading the account locks it: a password that changes meanwhile ends this session too.
        int begun = jdbc.sql("""
                insert into user_session (account_id, token_hash, user_agent, address, created_at, expires_at)
                select id, ?, ?, ?, ?, ? from account where id = ? and password_hash = ?""")
                .params(Secret.hash(token), client.userAgent(), client.address(), SqlTimes.column(now),
                        SqlTimes.column(now.plus(LIFETIME)), accountId, passwordHash)
                .update();
        endOldest(accountId);
        return begun == 0 ? null : token;
    }

    private void endOldest(long accountId) {
        jdbc.sql("select id from user_session where account_id = ? order by id desc limit 1 offset ?")
                .params(accountId, MOST).query(Long.class).optional()
                .ifPresent(oldest -> jdbc.sql("delete from user_session where account_id = ? and id <= ?")
                        .params(accountId, oldest).update());
    }

    /** Forgets some sessions that are over. */
    void purge() {
        try {
            jdbc.sql("delete from user_session where expires_at <= ? order by expires_at limit 100")
                    .param(SqlTimes.column(clock.instant())).update();
        } catch (PessimisticLockingFailureException e) {
            logger.debug("Another instance forgets the same sessions.", e);
        }
    }
}

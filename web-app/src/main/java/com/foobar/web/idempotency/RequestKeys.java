package com.foobar.web.idempotency;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.foobar.web.account.AccountGoneException;
import com.foobar.web.sql.SqlTimes;

/**
 * Stores the idempotency keys of requests that made something, on the primary. A key is written in the same transaction
 * as the thing that its request makes, so that the database has both or neither. Another request with the same key
 * waits until that transaction has ended.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RequestKeys {

    private final JdbcClient database;
    private final Clock clock;

    RequestKeys(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Claims a key for a request that is about to make something, or returns what the same request made before. Call
     * this before any other statement of the transaction: a snapshot that was taken before the wait for the lock would
     * not show what the other request wrote.
     *
     * @param request everything that the client asks for; a request with the same key and a different list counts as a
     *            different request
     * @return what the same request made before; empty if the request is new, and then the caller must call
     *         {@link #made}
     * @throws KeyReusedException if a different request used the key
     * @throws AccountGoneException if the account was deleted meanwhile
     */
    public Optional<Made> claim(long account, RequestKey key, Made.Kind kind, List<String> request) {
        lock(account);
        byte[] hash = Digest.of(List.of(key.text()));
        Optional<Made> made = database.sql("""
                select fingerprint, kind, made_id from request_key where account_id = :account and key_hash = :hash""")
                .param("account", account).param("hash", hash).query((row, _) -> made(row, kind, Digest.of(request)))
                .optional();
        // This write gives the response a new consistency token. The client may have lost the token of the first
        // request; with the new one it reads what the first request wrote.
        made.ifPresent(_ -> database.sql("""
                update request_key set used_at = :now where account_id = :account and key_hash = :hash""")
                .param("now", now()).param("account", account).param("hash", hash).update());
        return made;
    }

    /**
     * Locks the account, so that all other requests of this account with a key wait. A lock on the key's own row would
     * not do: the row may not exist yet, and then two waiting transactions would end in a deadlock.
     */
    private void lock(long account) {
        if (database.sql("select id from account where id = :account for update").param("account", account)
                .query(Long.class).optional().isEmpty()) {
            throw new AccountGoneException();
        }
    }

    private static Made made(ResultSet row, Made.Kind kind, byte[] fingerprint) throws SQLException {
        Made made = new Made(Made.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)), row.getLong("made_id"));
        if (made.kind() != kind || !MessageDigest.isEqual(row.getBytes("fingerprint"), fingerprint)) {
            throw new KeyReusedException(made);
        }
        return made;
    }

    /**
     * Stores what the request has made, in the caller's transaction. Call this only after {@link #claim} returned an
     * empty result.
     */
    public void made(long account, RequestKey key, List<String> request, Made made) {
        database.sql("""
                insert into request_key (account_id, key_hash, fingerprint, kind, made_id, created_at, used_at)
                values (:account, :hash, :fingerprint, :kind, :made, :now, :now)""")
                .param("account", account).param("hash", Digest.of(List.of(key.text())))
                .param("fingerprint", Digest.of(request)).param("kind", made.kind().name().toLowerCase(Locale.ROOT))
                .param("made", made.id()).param("now", now()).update();
    }

    private LocalDateTime now() {
        return SqlTimes.column(clock.instant());
    }
}

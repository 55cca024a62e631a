package com.foobar.web.idempotency;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.foobar.web.account.AccountGoneException;

/**
 * The keys of requests that made something, on the primary. Each is written in the transaction of what its request
 * makes, so that there is either both or neither; whoever comes with the same key meanwhile waits until that
 * transaction has ended.
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
     * Takes a key for a request that is about to make something, or finds what the same request made before. This must
     * be the first thing that a transaction does: what it read before would show the data as it was before it waited.
     *
     * @param request all that the client asks for; a request with the same key that asks for anything else is another
     *            one
     * @return nothing where the request is new: then {@link #made} must follow
     * @throws KeyReusedException where another request has the key
     * @throws AccountGoneException where the account was deleted meanwhile
     */
    public Optional<Made> claim(long account, RequestKey key, Made.Kind kind, List<String> request) {
        lock(account);
        byte[] hash = Digest.of(List.of(key.text()));
        Optional<Made> made = database.sql("""
                select fingerprint, kind, made_id from request_key where account_id = ? and key_hash = ?""")
                .params(account, hash).query((row, _) -> made(row, kind, Digest.of(request))).optional();
        // The client reads what the first request wrote: a position that it may have lost is not older than that of this write.
        made.ifPresent(_ -> database.sql("update request_key set used_at = ? where account_id = ? and key_hash = ?")
                .params(now(), account, hash).update());
        return made;
    }

    /**
     * Keeps all others with a key of this account waiting. A row that may not be there yet could not: of two who wait
     * one would die.
     */
    private void lock(long account) {
        if (database.sql("select id from account where id = ? for update").param(account).query(Long.class).optional()
                .isEmpty()) {
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

    /** Notes what the request has made. */
    public void made(long account, RequestKey key, List<String> request, Made made) {
        LocalDateTime now = now();
        database.sql("""
                insert into request_key (account_id, key_hash, fingerprint, kind, made_id, created_at, used_at)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(account, Digest.of(List.of(key.text())), Digest.of(request),
                        made.kind().name().toLowerCase(Locale.ROOT), made.id(), now, now)
                .update();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}

package com.foobar.web.idempotency;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.foobar.replication.pair.DatabasePair;
import com.foobar.web.schema.Schema;

import static com.foobar.web.Site.awaitWritable;
import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
abstract class KeyCleaningContract {

    private static final List<String> REQUEST = List.of("request");
    private static final Instant OLD = Instant.parse("2020-01-01T00:00:00Z");

    @Autowired
    private DatabasePair pair;

    @Autowired
    private Schema schema;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate onPrimary;

    @Autowired
    private RequestKeys keys;

    @Autowired
    private KeyCleaning cleaning;

    private long account;

    @BeforeEach
    void haveAnAccount() throws Exception {
        pair.heal();
        awaitWritable(schema, database);
        String username = "k-" + UUID.randomUUID().toString().substring(0, 8);
        database.sql("""
                insert into account (username, password_hash, display_name, biography, email, email_visible, theme,
                  time_zone, page_size, created_at, version)
                values (?, '', '', '', '', false, 'system', 'UTC', 10, '2026-01-01', 0)""").param(username).update();
        account = database.sql("select id from account where username = ?").param(username).query(Long.class).single();
    }

    @Test
    void oldKeysAreForgottenInStepsAndRecentOnesKept() {
        RequestKey old = RequestKey.generate();
        RequestKey recent = RequestKey.generate();
        claim(old);
        claim(recent);
        database.sql("update request_key set created_at = ? where account_id = ? order by created_at limit 1")
                .params("2019-12-31", account).update();
        database.sql(
                """
                        insert into request_key (account_id, key_hash, fingerprint, kind, made_id, created_at, used_at)
                        with recursive number (n) as (select 1 union all select n + 1 from number where n < 900)
                        select ?, unhex(sha2(concat('old', n), 256)), unhex(sha2('', 256)), 'story', n, \
                        '2019-12-31', '2019-12-31'
                        from number""")
                .param(account).update();

        cleaning.forget(OLD);

        assertThat(database.sql("select count(*) from request_key where account_id = ?").param(account)
                .query(Integer.class).single()).isEqualTo(1);
        assertThat(claim(recent)).contains(new Made(Made.Kind.STORY, 7));
        assertThat(claim(old)).isEmpty();
    }

    @Test
    void keysGoWithTheirAccount() {
        claim(RequestKey.generate());

        database.sql("delete from account where id = ?").param(account).update();

        assertThat(database.sql("select count(*) from request_key where account_id = ?").param(account)
                .query(Integer.class).single()).isZero();
    }

    private Optional<Made> claim(RequestKey key) {
        return Objects.requireNonNull(onPrimary.execute(_ -> {
            Optional<Made> made = keys.claim(account, key, Made.Kind.STORY, REQUEST);
            if (made.isEmpty()) {
                keys.made(account, key, REQUEST, new Made(Made.Kind.STORY, 7));
            }
            return made;
        }));
    }
}

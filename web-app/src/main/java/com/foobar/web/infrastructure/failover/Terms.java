package com.foobar.web.infrastructure.failover;

import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.foobar.web.infrastructure.failover.Failover.Term;

/** Reads the terms of the primaries, which the agents write into the database. */
@Component
class Terms {

    private final JdbcClient database;

    Terms(JdbcClient database) {
        this.database = database;
    }

    /** Returns the newest term; empty if there is none yet. */
    @Transactional(readOnly = true)
    public Optional<Term> last() {
        // The time as a number is the same whatever the time zone of the connection.
        return database.sql("""
                select term, primary_node, round(unix_timestamp(began_at) * 1000) began, reason
                from failover.terms order by term desc limit 1""")
                .query((row, _) -> new Term(row.getLong("term"), row.getString("primary_node"),
                        Instant.ofEpochMilli(row.getLong("began")), row.getString("reason")))
                .optional();
    }
}

package com.foobar.web;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.foobar.web.schema.Schema;

/** How a test waits for what must come: far longer than it takes on a machine that is busy with something else. */
public final class Patience {

    private Patience() {}

    public static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(1));
    }

    /** Returns when an application can write: it takes it a moment to see that a pair was healed. */
    public static void awaitWritable(Schema schema, JdbcClient database) {
        await().until(schema::ready);
        await().ignoreExceptionsInstanceOf(DataAccessException.class)
                .until(() -> database.sql("delete from throttle where attempts < 0").update() == 0);
    }
}

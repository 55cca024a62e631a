package com.foobar.web.demo;

import java.sql.SQLException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.foobar.replication.pair.DatabasePair;
import com.foobar.web.Site;
import com.foobar.web.schema.Schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

abstract class DemoDataContract {

    private static final String SWITCH = "foobar.demo.enabled=true";
    private static final String NEWEST = "The load balancer that nobody balanced";

    private final DatabasePair pair;

    DemoDataContract(DatabasePair pair) {
        this.pair = pair;
    }

    @BeforeEach
    void emptyDatabase() throws SQLException {
        pair.heal();
        pair.primary().execute("DROP DATABASE foobar", "CREATE DATABASE foobar");
    }

    @Test
    void emptyDatabaseIsFilledOnceByTwoInstances() {
        try (Site one = Site.start(pair, "web-app-6", SWITCH);
                Site two = Site.start(pair, "web-app-7", SWITCH)) {
            await().until(() -> one.get("/").body().contains(NEWEST) && two.get("/").body().contains(NEWEST));

            assertThat(one.get("/").body().split(NEWEST, -1)).hasSize(2);
        }
    }

    @Test
    void databaseWithAUserIsLeftAlone() {
        try (Site first = Site.start(pair, "web-app-6")) {
            await().until(() -> first.bean(Schema.class).ready());
            first.signUp();
        }
        try (Site second = Site.start(pair, "web-app-7", SWITCH)) {
            await().until(() -> second.bean(Schema.class).ready());
            DemoData data = second.bean(DemoData.class);
            assertThat(data.fill(DemoContent.read())).isFalse();
            assertThat(second.get("/").body()).doesNotContain(NEWEST);
        }
    }

    @Test
    void nothingIsFilledWhereItIsNotSwitchedOn() {
        try (Site site = Site.start(pair, "web-app-6")) {
            await().until(() -> site.bean(Schema.class).ready());
            assertThat(site.has(DemoStart.class)).isFalse();
        }
    }
}

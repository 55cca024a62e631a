package com.foobar.web.schema;

import static com.foobar.web.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.boot.logging.LoggingSystem;

import com.foobar.web.Site;
import com.foobar.web.pair.DatabasePair;

abstract class SchemaContract {

    private final DatabasePair pair;

    SchemaContract(DatabasePair pair) {
        this.pair = pair;
    }

    @Test
    void twoInstancesThatStartAtOnceMakeOneSchema() throws SQLException {
        pair.heal();
        pair.primary().execute("DROP DATABASE foobar", "CREATE DATABASE foobar");

        List<Site> sites = startAtOnce("web-app-4", "web-app-5");
        try {
            await().until(() -> sites.stream().allMatch(site -> site.bean(Schema.class).ready()));
            assertThat(sites)
                    .allSatisfy(site -> assertThat(site.publish("Same", "Schema").statusCode()).isEqualTo(303));
        } finally {
            sites.forEach(Site::close);
        }
    }

    /** Without configuring the log, which is one for the whole process: two that do so at once undo each other's settings. */
    private List<Site> startAtOnce(String... names) {
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        try {
            return Stream.of(names).parallel().map(name -> Site.start(pair, name)).toList();
        } finally {
            System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
        }
    }
}

package com.foobar.web.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

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
        pair.primary().execute("DROP TABLE IF EXISTS foobar.story",
                "DROP TABLE IF EXISTS foobar.flyway_schema_history");

        List<Site> sites = List.of("web-app-4", "web-app-5").parallelStream().map(name -> Site.start(pair, name))
                .toList();
        try {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> sites.stream().allMatch(site -> site.bean(Schema.class).ready()));
            assertThat(sites)
                    .allSatisfy(site -> assertThat(site.publish("Same", "Schema").statusCode()).isEqualTo(302));
        } finally {
            sites.forEach(Site::close);
        }
    }
}

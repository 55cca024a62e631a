package com.foobar.web.observability;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import javax.sql.DataSource;

import io.micrometer.tracing.Tracer;
import net.ttddyy.dsproxy.support.ProxyDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.NoSuchBeanDefinitionException;

import com.foobar.replication.pair.DatabasePair;
import com.foobar.replication.pair.MariaDbPair;
import com.foobar.web.Site;
import com.foobar.web.schema.Schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class TracingOnMariaDbIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final DatabasePair pair = MariaDbPair.get();
    private final Collector collector = new Collector();

    @BeforeEach
    void heal() throws Exception {
        pair.heal();
    }

    @AfterEach
    void stop() {
        collector.close();
    }

    @Test
    void theTraceThatTheGatewayBeganGoesDownToTheSql() {
        try (Site site = Site.start(pair, "web-app-8",
                "management.opentelemetry.tracing.export.otlp.endpoint=" + collector.endpoint())) {
            await().until(site.bean(Schema.class)::ready);
            await("the replica is in use").until(() -> {
                site.get("/", "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
                return site.transactions("replica") > 0;
            });
        }
        await().untilAsserted(() -> assertThat(collector.received())
                .contains(new String(HexFormat.of().parseHex(TRACE), StandardCharsets.ISO_8859_1), "web-app",
                        "http get /", "SELECT", "db.query.text"));
    }

    @Test
    void withoutACollectorThereIsNothingOfIt() {
        try (Site site = Site.start(pair, "web-app-8", "management.opentelemetry.tracing.export.otlp.endpoint=")) {
            await().until(site.bean(Schema.class)::ready);
            assertThat(site.get("/").statusCode()).isEqualTo(200);
            assertThatThrownBy(() -> site.bean(Tracer.class)).isInstanceOf(NoSuchBeanDefinitionException.class);
            assertThat(site.bean(DataSource.class)).isNotInstanceOf(ProxyDataSource.class);
        }
        assertThat(collector.received()).isEmpty();
    }
}

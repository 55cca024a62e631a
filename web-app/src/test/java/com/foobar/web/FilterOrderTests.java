package com.foobar.web;

import java.lang.reflect.Field;
import java.util.List;
import java.util.stream.Stream;

import org.apache.catalina.Context;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class FilterOrderTests {

    /** Nothing listens at this address: the filters need no database. */
    private static final String NO_DATABASE = "jdbc:mariadb://localhost:1/foobar";

    @Test
    void eachRequestPassesTheFiltersInTheirOrder() {
        SpringApplicationBuilder site = new SpringApplicationBuilder(WebApplication.class);
        try (ServletWebServerApplicationContext context = (ServletWebServerApplicationContext) site.run(
                "--foobar.replication.nodes[0].url=" + NO_DATABASE, "--foobar.replication.nodes[1].name=b",
                "--foobar.replication.nodes[1].url=" + NO_DATABASE, "--server.port=0", "--management.server.port=0")) {
            assertThat(filters(context)).containsSubsequence("requestIdFilter",
                    "webMvcObservationFilter", "gatewayViewFilter", "servedByFilter", "accessLogFilter",
                    "problemFilter", "clientFaultFilter", "securityHeadersFilter", "crossOriginFilter",
                    "bodyBudgetFilter", "springSecurityFilterChain", "wholePageFilter",
                    "databaseReadYourWritesFilter");
        }
    }

    @Test
    void noTwoFiltersAreEqual() {
        assertThat(Stream.of(FilterOrder.class.getFields()).map(FilterOrderTests::value)).hasSizeGreaterThan(1)
                .doesNotHaveDuplicates();
    }

    private static Object value(Field order) {
        try {
            return order.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> filters(ServletWebServerApplicationContext site) {
        TomcatWebServer server = (TomcatWebServer) site.getWebServer();
        Context context = (Context) server.getTomcat().getHost().findChildren()[0];
        return Stream.of(context.findFilterMaps()).map(FilterMap::getFilterName).toList();
    }
}

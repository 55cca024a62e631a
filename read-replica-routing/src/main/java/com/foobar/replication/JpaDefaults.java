package com.foobar.replication;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Has JPA ask no database while the application starts, unless the application says otherwise: there may be no primary
 * yet, and the routing finds the primary only after the beans are there.
 */
final class JpaDefaults implements EnvironmentPostProcessor, Ordered {

    private static final Map<String, Object> DEFAULTS = Map.of(
            // Without a value, Spring Boot connects to find out whether the database is an embedded one.
            "spring.jpa.hibernate.ddl-auto", "none",
            "spring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access", "false");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.containsProperty("foobar.replication.nodes[0].url")) {
            environment.getPropertySources().addLast(new MapPropertySource("read-replica-routing", DEFAULTS));
        }
    }

    /** Returns the last place, when the files of configuration have been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}

package com.foobar.web.schema;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account that may change the schema.
 *
 * @param user its name; without one the application's own account is used
 * @param password its password
 * @param retryInterval how long to wait between tries while there is no primary to run them on
 */
@ConfigurationProperties("spring.flyway")
record SchemaProperties(@Nullable String user, @DefaultValue("") String password,
        @DefaultValue("500ms") Duration retryInterval) {

    @Override
    public String toString() {
        return "SchemaProperties[user=" + user + "]";
    }
}

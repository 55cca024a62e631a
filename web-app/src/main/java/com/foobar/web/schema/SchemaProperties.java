package com.foobar.web.schema;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The database account that may change the schema.
 *
 * @param user name of the account; null to use the application's own account
 * @param password password of the account
 * @param retryInterval how long to wait between two tries while the migrations cannot run
 */
@ConfigurationProperties("spring.flyway")
record SchemaProperties(@Nullable String user, @DefaultValue("") String password,
        @DefaultValue("500ms") Duration retryInterval) {

    @Override
    public String toString() {
        return "SchemaProperties[user=" + user + "]";
    }
}

package com.foobar.web.topology;

import java.net.InetAddress;
import java.net.UnknownHostException;

import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Which instance of the site this is.
 *
 * @param instance
 *            its name in response headers, pages and logs; the host's name where none is given
 */
@ConfigurationProperties("foobar")
@Validated
public record InstanceProperties(
        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,62}", message = "must be 1 to 63 letters, digits, dots, dashes or underscores.") String instance) {

    public InstanceProperties(@Nullable String instance) {
        this.instance = instance == null || instance.isBlank() ? hostName() : instance;
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "web-app";
        }
    }
}

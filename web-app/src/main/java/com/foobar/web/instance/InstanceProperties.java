package com.foobar.web.instance;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

import com.foobar.gatewayview.InstanceName;

/**
 * The name of this instance of the site.
 *
 * @param instance the name in response headers, pages and logs
 */
@ConfigurationProperties("foobar")
public record InstanceProperties(
        String instance) {

    /**
     * Checks the name.
     *
     * @param instance 1 to 63 letters, digits, dots, dashes or underscores; if it is null or blank, the host's name is
     *            used
     * @throws IllegalArgumentException if the name is not valid
     */
    public InstanceProperties(@Nullable String instance) {
        this.instance = instance == null || instance.isBlank() ? hostName() : instance;
        Assert.isTrue(InstanceName.isValid(this.instance),
                () -> "foobar.instance must be 1 to 63 letters, digits, dots, "
                        + "dashes or underscores, but is '" + this.instance + "'.");
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "web-app";
        }
    }
}

package com.foobar.web.instance;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

import com.foobar.gatewayview.InstanceName;

/**
 * Which instance of the site this is.
 *
 * @param instance its name in response headers, pages and logs; the host's name where none is given
 */
@ConfigurationProperties("foobar")
public record InstanceProperties(
        String instance) {

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

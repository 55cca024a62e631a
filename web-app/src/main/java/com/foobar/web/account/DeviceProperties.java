package com.foobar.web.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/**
 * The key that signs the device tokens.
 *
 * @param deviceKey at least 32 characters, the same for all instances; if it is null or empty, each instance creates
 *            its own key and does not accept the tokens of other instances
 */
@ConfigurationProperties("foobar.account")
record DeviceProperties(@Nullable String deviceKey) {

    private static final Logger logger = LoggerFactory.getLogger(DeviceProperties.class);
    private static final int SHORTEST = 32;

    DeviceProperties {
        Assert.isTrue(deviceKey == null || deviceKey.isEmpty() || deviceKey.length() >= SHORTEST,
                "foobar.account.device-key must have at least 32 characters, from a generator of random ones.");
    }

    byte[] key() {
        if (deviceKey != null && !deviceKey.isEmpty()) {
            return deviceKey.getBytes(StandardCharsets.UTF_8);
        }
        logger.warn(
                "foobar.account.device-key is not set: a device is known to the instance alone where it signed in.");
        byte[] random = new byte[SHORTEST];
        new SecureRandom().nextBytes(random);
        return random;
    }

    @Override
    public String toString() {
        return "DeviceProperties[]";
    }
}

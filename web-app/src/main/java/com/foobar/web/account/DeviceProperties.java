package com.foobar.web.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How it is signed that an account has signed in on a device.
 *
 * @param deviceKey the same for all instances; without one each makes its own and ignores what the others signed
 */
@ConfigurationProperties("foobar.account")
record DeviceProperties(@Nullable String deviceKey) {

    private static final Logger logger = LoggerFactory.getLogger(DeviceProperties.class);
    private static final int SHORTEST = 32;

    DeviceProperties {
        if (deviceKey != null && !deviceKey.isEmpty() && deviceKey.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "device-key must have at least 32 characters, from a generator of random ones.");
        }
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

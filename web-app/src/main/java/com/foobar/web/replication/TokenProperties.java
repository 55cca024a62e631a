package com.foobar.web.replication;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How the position of a user's last commit is signed.
 *
 * @param tokenKey
 *            the same for all instances; without one each makes its own and ignores what the others signed
 */
@ConfigurationProperties("foobar.replication")
@Validated
record TokenProperties(
        @Size(min = 32, message = "must have at least 32 characters, from a generator of random ones.") @Nullable String tokenKey) {

    private static final Logger LOG = LoggerFactory.getLogger(TokenProperties.class);

    byte[] key() {
        if (tokenKey != null) {
            return tokenKey.getBytes(StandardCharsets.UTF_8);
        }
        LOG.warn(
                "foobar.replication.token-key is not set: what a user writes through one instance, they may not see at once "
                        + "through another.");
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        return random;
    }

    @Override
    public String toString() {
        return "TokenProperties[]";
    }
}

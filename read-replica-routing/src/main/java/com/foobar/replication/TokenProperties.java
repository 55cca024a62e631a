package com.foobar.replication;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/**
 * How consistency tokens are signed.
 *
 * @param tokenKey the key, the same for all instances; an instance without a key makes its own and ignores the tokens
 *            of others
 */
@ConfigurationProperties("foobar.replication")
record TokenProperties(@Nullable String tokenKey) {

    private static final Logger logger = LoggerFactory.getLogger(TokenProperties.class);

    private static final int SHORTEST_KEY = 32;

    TokenProperties {
        Assert.isTrue(tokenKey == null || tokenKey.length() >= SHORTEST_KEY,
                "foobar.replication.token-key must have at least 32 characters, from a generator of random ones.");
    }

    byte[] key() {
        if (tokenKey != null) {
            return tokenKey.getBytes(StandardCharsets.UTF_8);
        }
        logger.warn("foobar.replication.token-key is not set: what a user writes through one instance, they may not "
                + "see at once through another.");
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return random;
    }

    @Override
    public String toString() {
        return "TokenProperties[]";
    }
}

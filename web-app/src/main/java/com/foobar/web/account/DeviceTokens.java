package com.foobar.web.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import com.foobar.web.account.AccountStore.Credentials;

/**
 * Creates and checks device tokens. A token proves that an account has signed in on a device. It has the account, a
 * random number for the device, and the time. Its signature (HMAC-SHA-256, RFC 2104, cut to 128 bits) also covers the
 * hash of the password, so that a new password invalidates all tokens of the account.
 */
@Component
@EnableConfigurationProperties(DeviceProperties.class)
class DeviceTokens {

    /** How long a token is valid after the sign-in. */
    static final Duration LIFETIME = Duration.ofDays(365);

    private static final String ALGORITHM = "HmacSHA256";

    /** Separates these signatures from every other use of the same key. */
    private static final byte[] PURPOSE = "foobar.account.device\0".getBytes(StandardCharsets.UTF_8);
    private static final int NUMBER_BYTES = 12;
    private static final int SIGNED_BYTES = Long.BYTES + Long.BYTES + NUMBER_BYTES;
    private static final int TAG_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;
    private final Clock clock;

    DeviceTokens(DeviceProperties properties, Clock clock) {
        this.key = new SecretKeySpec(properties.key(), ALGORITHM);
        this.clock = clock;
    }

    /** Creates a token for a new device. The token is valid until it expires or the account's password changes. */
    KnownDevice issue(long accountId, String passwordHash) {
        byte[] number = new byte[NUMBER_BYTES];
        RANDOM.nextBytes(number);
        byte[] signed = ByteBuffer.allocate(SIGNED_BYTES).putLong(accountId)
                .putLong(clock.instant().getEpochSecond()).put(number).array();
        byte[] token = ByteBuffer.allocate(SIGNED_BYTES + TAG_BYTES).put(signed).put(tag(signed, passwordHash)).array();
        return new KnownDevice(accountId, Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    /**
     * Returns the number of the device, in hexadecimal, from the first valid token; empty if no token proves a sign-in
     * of this account with its present password.
     *
     * @param tokens the texts that the client sent, unchecked
     */
    Optional<String> find(List<String> tokens, Credentials account) {
        return tokens.stream().flatMap(token -> find(token, account).stream()).findFirst();
    }

    private Optional<String> find(String token, Credentials account) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != SIGNED_BYTES + TAG_BYTES) {
            return Optional.empty();
        }
        byte[] signed = Arrays.copyOf(bytes, SIGNED_BYTES);
        byte[] tag = Arrays.copyOfRange(bytes, SIGNED_BYTES, bytes.length);
        ByteBuffer content = ByteBuffer.wrap(signed);
        boolean good = content.getLong() == account.accountId()
                && MessageDigest.isEqual(tag, tag(signed, account.passwordHash()))
                && clock.instant().isBefore(Instant.ofEpochSecond(content.getLong()).plus(LIFETIME));
        return good ? Optional.of(HexFormat.of().formatHex(signed, SIGNED_BYTES - NUMBER_BYTES, SIGNED_BYTES))
                : Optional.empty();
    }

    private byte[] tag(byte[] signed, String passwordHash) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(PURPOSE);
            mac.update(signed);
            return Arrays.copyOf(mac.doFinal(passwordHash.getBytes(StandardCharsets.UTF_8)), TAG_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Each Java runtime has " + ALGORITHM + ".", e);
        }
    }
}

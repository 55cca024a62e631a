package com.foobar.replication.session;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * Converts positions to consistency tokens and back. Tokens are signed (HMAC-SHA-256, RFC 2104, the tag cut to 128
 * bits), so that nobody can make reads wait for a position that was never written. Instances that share a key accept
 * each other's tokens.
 */
public final class ConsistencyTokens {

    private static final String ALGORITHM = "HmacSHA256";
    /** Separates these tags from any other use of the same key. */
    private static final byte[] PURPOSE = "foobar.replication.position\0".getBytes(StandardCharsets.UTF_8);
    private static final int TAG_BYTES = 16;
    private static final int LONGEST_TOKEN = 1_024;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;

    /**
     * Creates the conversion for a key.
     *
     * @param key at least one byte; 32 random bytes are recommended
     * @throws IllegalArgumentException if the key is empty
     */
    public ConsistencyTokens(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** Returns the signed token of a position; its characters need no escaping in a cookie or header. */
    public String sign(String position) {
        byte[] text = position.getBytes(StandardCharsets.UTF_8);
        return ENCODER.encodeToString(text) + "." + ENCODER.encodeToString(tag(text));
    }

    /** Returns the position of a token, or null if the token is malformed or was not signed with this key. */
    public @Nullable String read(String token) {
        int dot = token.indexOf('.');
        if (dot < 1 || token.length() > LONGEST_TOKEN) {
            return null;
        }
        try {
            byte[] text = Base64.getUrlDecoder().decode(token.substring(0, dot));
            byte[] tag = Base64.getUrlDecoder().decode(token.substring(dot + 1));
            return MessageDigest.isEqual(tag, tag(text))
                    ? StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString()
                    : null;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return null;
        }
    }

    private byte[] tag(byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(PURPOSE);
            return Arrays.copyOf(mac.doFinal(text), TAG_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Each Java runtime has " + ALGORITHM + ".", e);
        }
    }
}

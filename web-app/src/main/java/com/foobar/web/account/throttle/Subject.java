package com.foobar.web.account.throttle;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** Whose attempts are counted, as the SHA-256 that the database knows them by. */
final class Subject {

    private static final int NETWORK_BYTES = 8;

    private final byte[] hash;

    private Subject(String purpose, String name) {
        try {
            hash = MessageDigest.getInstance("SHA-256")
                    .digest((purpose + '\n' + name).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each Java runtime has SHA-256.", e);
        }
    }

    static Subject username(String purpose, String username) {
        return new Subject(purpose + " username", username.toLowerCase(Locale.ROOT));
    }

    /** Of an IPv6 address the first half alone: the other half is the subscriber's own to change. */
    static Subject address(String purpose, String address) {
        return new Subject(purpose + " address", network(address));
    }

    private static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    byte[] hash() {
        return hash.clone();
    }
}

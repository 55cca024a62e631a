package com.foobar.web.account.throttle;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Whose attempts are counted, as the SHA-256 that the database knows them by. */
public final class Subject {

    /** What an Internet provider gives to one subscriber, who chooses the rest of the address freely. */
    private static final int SUBSCRIBER_BYTES = 8;

    /** What an Internet provider gives to one site. */
    private static final int SITE_BYTES = 6;

    private final byte[] hash;

    private Subject(byte[] hash) {
        this.hash = hash;
    }

    private Subject(String purpose, String name) {
        try {
            hash = MessageDigest.getInstance("SHA-256")
                    .digest((purpose + '\n' + name).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each Java runtime has SHA-256.", e);
        }
    }

    /** A user name in any case, whether or not it exists. */
    public static Subject username(String purpose, String username) {
        return new Subject(purpose + " username", username.toLowerCase(Locale.ROOT));
    }

    /** A user name as it is tried from one network. */
    public static Subject usernameAndNetwork(String purpose, String username, String address) {
        return new Subject(purpose + " username and network",
                network(address) + '\n' + username.toLowerCase(Locale.ROOT));
    }

    /** Of an IPv6 address the first half alone: the other half is the subscriber's own to change. */
    public static Subject address(String purpose, String address) {
        return new Subject(purpose + " address", subscriber(address));
    }

    /** Something that the site itself has numbered or named: an account, a session, a token or a device. */
    public static Subject known(String purpose, String kind, String id) {
        return new Subject(purpose + ' ' + kind, id);
    }

    /**
     * The network of an address: all of an IPv4 address, since its neighbours are strangers who must not use up each
     * other's attempts, and the first 48 bits of an IPv6 address, since one site may have all of those behind them.
     */
    public static String network(String address) {
        return prefix(address, SITE_BYTES);
    }

    /** What one client may choose an address from: an IPv4 address alone, and the first 64 bits of an IPv6 address. */
    public static String subscriber(String address) {
        return prefix(address, SUBSCRIBER_BYTES);
    }

    private static String prefix(String address, int bytes) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), bytes))
                    : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    byte[] hash() {
        return hash.clone();
    }

    static Subject ofHash(byte[] hash) {
        return new Subject(hash.clone());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Subject subject && Arrays.equals(hash, subject.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }
}

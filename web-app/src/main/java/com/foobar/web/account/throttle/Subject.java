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

/** Whose attempts are counted. The database stores only the SHA-256 hash of the subject. */
public final class Subject {

    /**
     * Number of bytes of an IPv6 address that an Internet provider assigns to one subscriber, who chooses the other
     * bytes freely (/64).
     */
    private static final int SUBSCRIBER_BYTES = 8;

    /** Number of bytes of an IPv6 address that an Internet provider assigns to one site (/48). */
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

    /** Returns the subject for a username, whether or not it exists. Upper case and lower case are the same. */
    public static Subject username(String purpose, String username) {
        return new Subject(purpose + " username", username.toLowerCase(Locale.ROOT));
    }

    /** Returns the subject for a username that is tried from one network ({@link #network}). */
    public static Subject usernameAndNetwork(String purpose, String username, String address) {
        return new Subject(purpose + " username and network",
                network(address) + '\n' + username.toLowerCase(Locale.ROOT));
    }

    /**
     * Returns the subject for a client's address. Of an IPv6 address only the first half counts: the subscriber chooses
     * the other half freely.
     */
    public static Subject address(String purpose, String address) {
        return new Subject(purpose + " address", subscriber(address));
    }

    /**
     * Returns the subject for something that the site itself has given an identifier: an account, a session, a token or
     * a device.
     */
    public static Subject known(String purpose, String kind, String id) {
        return new Subject(purpose + ' ' + kind, id);
    }

    /**
     * Returns the network of an address. It is the whole address for IPv4, because neighbouring addresses belong to
     * strangers, who must not use up each other's attempts; for IPv6 it is the first 48 bits in hexadecimal, because
     * one site may have all addresses behind these bits. A text that is no IP address is returned as it is.
     */
    public static String network(String address) {
        return prefix(address, SITE_BYTES);
    }

    /**
     * Returns the part of an address that identifies one client: the whole address for IPv4, the first 64 bits in
     * hexadecimal for IPv6. A text that is no IP address is returned as it is.
     */
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

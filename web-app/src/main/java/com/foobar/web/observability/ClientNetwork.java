package com.foobar.web.observability;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Shortens a client's address to its network, /24 or /48: this is enough to find out which network causes trouble, but
 * not who reads which page.
 */
final class ClientNetwork {

    private static final int IPV4_BYTES = 3;
    private static final int IPV6_BYTES = 6;

    private ClientNetwork() {}

    /** Returns the first address of the network, or an empty text if the given text is not an IP address. */
    static String of(String address) {
        try {
            InetAddress client = InetAddress.ofLiteral(address);
            byte[] bytes = client.getAddress();
            Arrays.fill(bytes, client instanceof Inet4Address ? IPV4_BYTES : IPV6_BYTES, bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (IllegalArgumentException | UnknownHostException _) {
            return "";
        }
    }
}

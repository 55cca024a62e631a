package com.foobar.web.observability;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** The network of an address, /24 or /48: enough to tell who makes trouble, not who reads. */
final class ClientNetwork {

    private static final int IPV4_BYTES = 3;
    private static final int IPV6_BYTES = 6;

    private ClientNetwork() {}

    /** The network's first address, or nothing where there is no address. */
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

package com.foobar.gateway.connection;

import java.util.BitSet;

/**
 * Escapes characters that browsers and people send unescaped although a request target must not contain them (RFC
 * 3986): for example in a search for a|b, for 100%, or for letters beyond ASCII. Spring refuses such a target, and a
 * server may read it in more than one way.
 */
final class TargetEscapes {

    private static final String HEX = "0123456789ABCDEF";
    private static final BitSet ALLOWED = new BitSet(128);

    static {
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#@!$&'()*+,;=".chars()
                .forEach(ALLOWED::set);
        // These stay as they are, since a target that contains one of them is refused.
        ALLOWED.set(0, ' ' + 1);
        ALLOWED.set(0x7F);
    }

    private TargetEscapes() {}

    /** Returns the target with each forbidden character escaped; the same object if there is no such character. */
    static String escape(String target) {
        for (int i = 0; i < target.length(); i++) {
            if (!isAllowed(target, i)) {
                return escapeFrom(target, i);
            }
        }
        return target;
    }

    private static String escapeFrom(String target, int first) {
        StringBuilder escaped = new StringBuilder(target.length() + 16).append(target, 0, first);
        for (int i = first; i < target.length(); i++) {
            char c = target.charAt(i);
            if (isAllowed(target, i)) {
                escaped.append(c);
            } else {
                // Netty turns each byte of the request line into one character.
                escaped.append('%').append(HEX.charAt((c >> 4) & 0xF)).append(HEX.charAt(c & 0xF));
            }
        }
        return escaped.toString();
    }

    private static boolean isAllowed(String target, int at) {
        char c = target.charAt(at);
        return ALLOWED.get(c) || switch (c) {
            case '%' -> isHex(target, at + 1) && isHex(target, at + 2);
            // Lists are often written a[]=1, and every query parser accepts that.
            case '[', ']' -> target.lastIndexOf('?', at) >= 0;
            default -> false;
        };
    }

    private static boolean isHex(String target, int at) {
        return at < target.length() && Character.digit(target.charAt(at), 16) >= 0;
    }
}

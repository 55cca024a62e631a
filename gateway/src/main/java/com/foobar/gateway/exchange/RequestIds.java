package com.foobar.gateway.exchange;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** Creates request ids: 128 random bits in hexadecimal. They distinguish requests; they are no secret. */
public final class RequestIds {

    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);

    private RequestIds() {}

    /** Returns a new id of 32 lower-case hexadecimal digits. */
    public static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        byte[] text = new byte[32];
        put(random.nextLong(), text, 0);
        put(random.nextLong(), text, 16);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void put(long value, byte[] text, int from) {
        for (int i = 0; i < 16; i++) {
            text[from + i] = DIGITS[(int) (value >>> (60 - 4 * i)) & 0xF];
        }
    }
}

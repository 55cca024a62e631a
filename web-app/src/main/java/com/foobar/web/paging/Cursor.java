package com.foobar.web.paging;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/**
 * A place in a list that is ordered by a time and, for equal times, by an identifier.
 *
 * @param time in microseconds, as the database stores it; a finer time is cut off
 */
public record Cursor(Instant time, long id) {

    private static final int BYTES = 2 * Long.BYTES;

    /** The last time that a column can hold, in microseconds since the epoch. */
    private static final long LATEST = ChronoUnit.MICROS.between(Instant.EPOCH,
            Instant.parse("9999-12-31T23:59:59.999999Z"));

    public Cursor {
        time = time.truncatedTo(ChronoUnit.MICROS);
    }

    /** Returns the cursor as a text for addresses; clients must treat the text as opaque. */
    public String text() {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, time);
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(ByteBuffer.allocate(BYTES).putLong(micros).putLong(id).array());
    }

    /**
     * Reads a cursor from its text.
     *
     * @throws IllegalArgumentException if the text is not a cursor
     */
    public static Cursor parse(String text) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("This is not a place in a list.");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long micros = buffer.getLong();
        if (micros < 0 || micros > LATEST) {
            throw new IllegalArgumentException("This is not a place in a list.");
        }
        return new Cursor(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), buffer.getLong());
    }
}

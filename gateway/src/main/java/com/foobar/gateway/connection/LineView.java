package com.foobar.gateway.connection;

import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;

/** One line of a request, within a buffer and without its line end. */
final class LineView {

    private static final byte CARRIAGE_RETURN = '\r';
    private static final byte BLANK = ' ';
    private static final byte DELETE = 0x7F;
    /** The version of a request line, with the blank before it and without its last digit. */
    private static final AsciiString VERSION = AsciiString.cached(" HTTP/1.");
    private static final int LONGEST_SIZE = 8;

    private final ByteBuf bytes;
    private final int from;
    private final int to;
    private final boolean clean;

    /**
     * Creates the view of a line.
     *
     * @param from the index of the line's first byte
     * @param to the index of the line feed, or the end of the bytes if the line is not complete
     */
    LineView(ByteBuf bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to - 1;
        this.clean = this.to >= from && bytes.indexOf(from, to, CARRIAGE_RETURN) == this.to
                && bytes.indexOf(from, this.to, (byte) 0) < 0;
    }

    int length() {
        return Math.max(0, to - from);
    }

    /** Returns whether the line ends with its only carriage return and contains no NUL. */
    boolean isClean() {
        return clean;
    }

    boolean isEmpty() {
        return from == to;
    }

    byte first() {
        return bytes.getByte(from);
    }

    /** Returns the index of the first colon within the line, or -1 if there is none. */
    int colon() {
        int colon = bytes.indexOf(from, to, (byte) ':');
        return colon < 0 ? -1 : colon - from;
    }

    byte at(int index) {
        return bytes.getByte(from + index);
    }

    /** Returns whether the part before the colon is this name; the case does not matter. */
    boolean isNamed(AsciiString name, int colon) {
        if (colon != name.length()) {
            return false;
        }
        for (int i = 0; i < colon; i++) {
            // The names are letters and hyphens. In letters, this bit is the case; hyphens have it set.
            if ((at(i) | 0x20) != (name.byteAt(i) | 0x20)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the part after the colon, without the blanks around it. */
    String value(int colon) {
        return bytes.toString(from + colon + 1, to - from - colon - 1, StandardCharsets.ISO_8859_1)
                .strip();
    }

    /** Returns whether the line, if it is a request line, has a target that begins with this path. */
    boolean asksFor(AsciiString path) {
        int target = bytes.indexOf(from, Math.max(from, to), BLANK) + 1;
        if (target == 0 || to - target < path.length()) {
            return false;
        }
        for (int i = 0; i < path.length(); i++) {
            if (bytes.getByte(target + i) != path.byteAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether the line is a method, a target, and HTTP/1.0 or HTTP/1.1, with one blank between them. */
    boolean isRequestLine() {
        int method = bytes.indexOf(from, to, BLANK);
        int target = to - VERSION.length() - 1;
        return method > from && target > method + 1 && (bytes.getByte(to - 1) == '0' || bytes.getByte(to - 1) == '1')
                && isVersion(target) && bytes.forEachByte(method + 1, target - method - 1, LineView::isOfTarget) < 0;
    }

    private boolean isVersion(int at) {
        for (int i = 0; i < VERSION.length(); i++) {
            if (bytes.getByte(at + i) != VERSION.byteAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfTarget(byte value) {
        return (value > BLANK && value != DELETE) || value < 0;
    }

    /** Returns the size in bytes that a chunk's first line gives, or -1 if it gives no valid size. */
    long chunkSize() {
        long size = 0;
        int at = from;
        for (; at < to && bytes.getByte(at) != ';'; at++) {
            int digit = Character.digit(bytes.getByte(at), 16);
            if (digit < 0 || at - from >= LONGEST_SIZE) {
                return -1;
            }
            size = size * 16 + digit;
        }
        return at == from ? -1 : size;
    }
}

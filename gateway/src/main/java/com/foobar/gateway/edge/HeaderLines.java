package com.foobar.gateway.edge;

import io.netty.handler.codec.http.HttpHeaderNames;
import org.jspecify.annotations.Nullable;

/** What the header lines of one request say of its length, read without mercy. */
final class HeaderLines {

    private static final int LONGEST_NUMBER = 18;

    private int hosts;
    private long contentLength = -1;
    private boolean chunked;

    /** Takes a line; tells what is wrong with it, or null. */
    @Nullable
    String add(Line line) {
        int colon = line.colon();
        String wrong = form(line, colon);
        if (wrong != null) {
            return wrong;
        }
        return switch (line.first() | 0x20) {
            case 'c' -> line.isNamed(HttpHeaderNames.CONTENT_LENGTH, colon) ? length(line.value(colon)) : null;
            case 't' -> line.isNamed(HttpHeaderNames.TRANSFER_ENCODING, colon) ? encoding(line.value(colon)) : null;
            case 'h' -> line.isNamed(HttpHeaderNames.HOST, colon) && ++hosts > 1 ? "two Host headers" : null;
            default -> null;
        };
    }

    /** Takes a line after the last chunk, which must not say anything of the length any more. */
    @Nullable
    String addTrailer(Line line) {
        int colon = line.colon();
        boolean late = line.isNamed(HttpHeaderNames.CONTENT_LENGTH, colon)
                || line.isNamed(HttpHeaderNames.TRANSFER_ENCODING, colon) || line.isNamed(HttpHeaderNames.HOST, colon);
        return late ? "a trailer that belongs into the headers" : form(line, colon);
    }

    /** What is wrong with all lines together, or null. */
    @Nullable
    String conflict() {
        return chunked && contentLength >= 0 ? "both Content-Length and Transfer-Encoding" : null;
    }

    boolean isChunked() {
        return chunked;
    }

    /** The length of the body, or -1 where none is given. */
    long contentLength() {
        return contentLength;
    }

    private static @Nullable String form(Line line, int colon) {
        if (line.first() == ' ' || line.first() == '\t') {
            return "a folded header line";
        }
        if (colon < 1) {
            return "a header line without a name";
        }
        byte last = line.at(colon - 1);
        return last == ' ' || last == '\t' ? "a blank before a colon" : null;
    }

    private @Nullable String length(String value) {
        if (contentLength >= 0) {
            return "two Content-Length headers";
        }
        if (value.isEmpty() || value.length() > LONGEST_NUMBER
                || !value.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return "a Content-Length that is not a number";
        }
        contentLength = Long.parseLong(value);
        return null;
    }

    private @Nullable String encoding(String value) {
        if (chunked || !value.equalsIgnoreCase("chunked")) {
            return "a Transfer-Encoding other than chunked";
        }
        chunked = true;
        return null;
    }
}

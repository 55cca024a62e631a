package com.foobar.gateway.connection;

import io.netty.handler.codec.http.HttpHeaderNames;
import org.jspecify.annotations.Nullable;

/** Reads the header lines of one request strictly, to find the body's length and to check the Host header. */
final class FramingHeaders {

    private static final int LONGEST_NUMBER = 18;
    private static final int LONGEST_PORT = 5;

    private int hosts;
    private @Nullable String accepted;
    private long contentLength = -1;
    private boolean chunked;

    /** Reads a header line; returns a description of its error, or null if the line is valid. */
    @Nullable
    String add(LineView line) {
        int colon = line.colon();
        String wrong = form(line, colon);
        if (wrong != null) {
            return wrong;
        }
        if (line.isNamed(HttpHeaderNames.ACCEPT, colon)) {
            accepted = line.value(colon);
            return null;
        }
        return switch (line.first() | 0x20) {
            case 'c' -> line.isNamed(HttpHeaderNames.CONTENT_LENGTH, colon) ? length(line.value(colon)) : null;
            case 't' -> line.isNamed(HttpHeaderNames.TRANSFER_ENCODING, colon) ? encoding(line.value(colon)) : null;
            case 'h' -> line.isNamed(HttpHeaderNames.HOST, colon) ? host(line.value(colon)) : null;
            default -> null;
        };
    }

    /**
     * Reads a line after the last chunk, which must not say anything about the body's length or the host.
     *
     * @return a description of the error, or null if the line is valid
     */
    @Nullable
    String addTrailer(LineView line) {
        int colon = line.colon();
        boolean late = line.isNamed(HttpHeaderNames.CONTENT_LENGTH, colon)
                || line.isNamed(HttpHeaderNames.TRANSFER_ENCODING, colon) || line.isNamed(HttpHeaderNames.HOST, colon);
        return late ? "a trailer that belongs into the headers" : form(line, colon);
    }

    /** Returns a description of a conflict between the header lines, or null if there is none. */
    @Nullable
    String conflict() {
        return chunked && contentLength >= 0 ? "both Content-Length and Transfer-Encoding" : null;
    }

    /** Returns the value of the Accept header, or null if none has been read so far. */
    @Nullable
    String accepted() {
        return accepted;
    }

    boolean isChunked() {
        return chunked;
    }

    /** Returns the value of Content-Length in bytes, or -1 if there is no such header. */
    long contentLength() {
        return contentLength;
    }

    private static @Nullable String form(LineView line, int colon) {
        if (line.first() == ' ' || line.first() == '\t') {
            return "a folded header line";
        }
        if (colon < 1) {
            return "a header line without a name";
        }
        byte last = line.at(colon - 1);
        return last == ' ' || last == '\t' ? "a blank before a colon" : null;
    }

    private @Nullable String host(String value) {
        if (++hosts > 1) {
            return "two Host headers";
        }
        int port = value.startsWith("[") ? value.indexOf("]:") + 1 : value.indexOf(':');
        return port <= 0 || isNumber(value, port + 1, LONGEST_PORT) ? null : "a port that is not a number";
    }

    private static boolean isNumber(String value, int from, int longest) {
        for (int i = from; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return value.length() > from && value.length() - from <= longest;
    }

    private @Nullable String length(String value) {
        if (contentLength >= 0) {
            return "two Content-Length headers";
        }
        if (!isNumber(value, 0, LONGEST_NUMBER)) {
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

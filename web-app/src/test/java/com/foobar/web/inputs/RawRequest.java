package com.foobar.web.inputs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A request in its exact bytes, so that a test can send requests that no client library would send. Each character of a
 * text stands for one byte: its value is from 0 to 255.
 */
final class RawRequest {

    private static final int LONGEST_SHOWN = 600;

    String method;
    String path;
    String query = "";
    @Nullable
    String body;
    /** The number of bytes of the announced body that are never sent. */
    int missing;
    private final List<String> headers = new ArrayList<>();

    RawRequest(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** Sets a header, in place of all headers with the same name. */
    RawRequest with(String name, String value) {
        headers.removeIf(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1));
        headers.add(name + ": " + value);
        return this;
    }

    RawRequest withBody(String type, String text) {
        body = text;
        return with("Content-Type", type);
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.ISO_8859_1);
    }

    private String text() {
        StringBuilder text = new StringBuilder(method).append(' ').append(path);
        if (!query.isEmpty()) {
            text.append('?').append(query);
        }
        text.append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        headers.forEach(line -> text.append(line).append("\r\n"));
        if (body != null) {
            text.append("Content-Length: ").append(body.length() + missing).append("\r\n\r\n").append(body);
        } else {
            text.append("\r\n");
        }
        return text.toString();
    }

    /** Returns the UTF-8 bytes of a text, each as one character. */
    static String bytesOf(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /**
     * Returns a printf command that prints the request, so that it can be sent again by hand; a long request is cut.
     */
    @Override
    public String toString() {
        StringBuilder shown = new StringBuilder("printf '");
        text().chars().limit(LONGEST_SHOWN).forEach(each -> {
            switch (each) {
                case '\r' -> shown.append("\\r");
                case '\n' -> shown.append("\\n");
                case '%' -> shown.append("%%");
                case '\\' -> shown.append("\\\\");
                default -> shown.append(each < ' ' || each > '~' || each == '\''
                        ? "\\%03o".formatted(each)
                        : String.valueOf((char) each));
            }
        });
        return shown.append(text().length() > LONGEST_SHOWN ? "' …" : "'").toString();
    }
}

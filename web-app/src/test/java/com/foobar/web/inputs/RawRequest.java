package com.foobar.web.inputs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A request as it goes over the wire, so that it can be one that no client library would send. All texts are bytes:
 * each character is the byte of its number, from 0 to 255.
 */
final class RawRequest {

    private static final int LONGEST_SHOWN = 600;

    String method;
    String path;
    String query = "";
    @Nullable
    String body;
    /** How many bytes of the announced body never come. */
    int missing;
    private final List<String> headers = new ArrayList<>();

    RawRequest(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** Puts a header in the place of all of the same name. */
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

    /** A text as its bytes. */
    static String bytesOf(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** As an argument of printf, by which anybody can send it again; a long one is cut. */
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

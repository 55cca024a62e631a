package com.foobar.gateway.connection;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;

import com.foobar.gateway.exchange.ErrorResponse;

/**
 * Follows the bytes of an HTTP/1 connection and finds where one request ends and the next begins. The framing is
 * strict, so that no server can find another end of a request: bytes that can be read in two ways are a violation.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-11.2">RFC 9112, section 11.2, request smuggling</a>
 */
final class RequestFraming {

    private enum Part {
        REQUEST_LINE, HEADERS, BODY, CHUNK_SIZE, CHUNK_DATA, CHUNK_END, TRAILERS
    }

    private static final byte LINE_FEED = '\n';
    /** More empty lines than any client sends before a request; RFC 9112 (2.2) asks servers to skip at least one. */
    private static final int MOST_EMPTY_LINES = 4;
    private static final AsciiString API = AsciiString.cached(ErrorResponse.API);

    private final HeadLimits limits;
    private final ByteBuf pending = Unpooled.buffer(0);
    private FramingHeaders headers = new FramingHeaders();
    private Part part = Part.REQUEST_LINE;
    private long left;
    private int emptyLines;
    private int headerBytes;
    private boolean toApi;
    private int followed;

    RequestFraming(HeadLimits limits) {
        this.limits = limits;
    }

    /**
     * Follows these bytes, at most to the end of a request; {@link #followed()} tells how far. Does not consume them.
     *
     * @return the violation, or null if the bytes are valid so far
     */
    @Nullable
    Violation follow(ByteBuf bytes) {
        int end = bytes.writerIndex();
        followed = end;
        for (int at = bytes.readerIndex(); at < end;) {
            if (part == Part.BODY || part == Part.CHUNK_DATA) {
                int step = (int) Math.min(left, end - at);
                at += step;
                left -= step;
                if (left == 0 && part == Part.BODY) {
                    part = Part.REQUEST_LINE;
                    followed = at;
                    return null;
                }
                part = left == 0 ? Part.CHUNK_END : part;
                continue;
            }
            int feed = bytes.indexOf(at, end, LINE_FEED);
            if (feed < 0) {
                pending.writeBytes(bytes, at, end - at);
                return unfinished(new LineView(pending, 0, pending.writerIndex()));
            }
            Part before = part;
            Violation wrong = line(bytes, at, feed);
            if (wrong != null) {
                return wrong;
            }
            at = feed + 1;
            if (part == Part.REQUEST_LINE && before != Part.REQUEST_LINE) {
                followed = at;
                return null;
            }
        }
        return null;
    }

    /** Returns the index in the buffer at which the followed bytes end; later bytes belong to a next request. */
    int followed() {
        return followed;
    }

    /**
     * Returns whether a program seems to have sent the request, as far as it was read: it is for the API or wants JSON.
     */
    boolean isOfProgram() {
        return toApi || ErrorResponse.wantsJson(headers.accepted());
    }

    /** Returns whether a request has begun and its headers have not ended. */
    boolean isInHeaders() {
        return part == Part.HEADERS || (part == Part.REQUEST_LINE && pending.isReadable());
    }

    /** Returns whether a request's body has begun and not ended. */
    boolean isInBody() {
        return part != Part.REQUEST_LINE && part != Part.HEADERS;
    }

    /**
     * Checks the length of a line that is not complete. Its last byte may be the carriage return of the line end, so
     * {@code LineView} does not count it.
     */
    private @Nullable Violation unfinished(LineView line) {
        if (part == Part.REQUEST_LINE && line.length() > limits.line()) {
            toApi = line.asksFor(API);
            headers = new FramingHeaders();
        }
        return tooLong(line);
    }

    private @Nullable Violation tooLong(LineView line) {
        return switch (part) {
            case REQUEST_LINE -> limits.checkLine(line.length());
            case HEADERS, TRAILERS -> line.isEmpty() ? null
                    : limits.checkHeader(line.length(), headerBytes + line.length() + HeadLimits.LINE_END);
            case CHUNK_SIZE, CHUNK_END -> limits.checkLine(line.length()) == null ? null
                    : Violation.malformed("a chunk's line without an end");
            case BODY, CHUNK_DATA -> null;
        };
    }

    private @Nullable Violation line(ByteBuf bytes, int from, int to) {
        if (!pending.isReadable()) {
            return line(new LineView(bytes, from, to));
        }
        pending.writeBytes(bytes, from, to - from);
        Violation wrong = line(new LineView(pending, 0, pending.writerIndex()));
        pending.clear();
        return wrong;
    }

    private @Nullable Violation line(LineView line) {
        if (part == Part.REQUEST_LINE && !line.isEmpty()) {
            headers = new FramingHeaders();
            headerBytes = 0;
            toApi = line.asksFor(API);
        }
        Violation tooLong = tooLong(line);
        if (tooLong != null) {
            return tooLong;
        }
        if (part == Part.HEADERS || part == Part.TRAILERS) {
            headerBytes += line.length() + HeadLimits.LINE_END;
        }
        String wrong = line.isClean() ? content(line)
                : "a line with a control character, or without a carriage return at its end";
        return wrong == null ? null : Violation.malformed(wrong);
    }

    private @Nullable String requestLine(LineView line) {
        // Empty lines before a request are allowed and skipped.
        if (line.isEmpty()) {
            emptyLines++;
            return emptyLines > MOST_EMPTY_LINES ? "empty lines in place of a request" : null;
        }
        emptyLines = 0;
        part = Part.HEADERS;
        return line.isRequestLine() ? null : "a request line that is not method, target and HTTP/1.1";
    }

    private @Nullable String chunkEnd(LineView line) {
        part = Part.CHUNK_SIZE;
        return line.isEmpty() ? null : "a chunk that is longer than its size";
    }

    private @Nullable String trailer(LineView line) {
        if (line.isEmpty()) {
            part = Part.REQUEST_LINE;
            return null;
        }
        return headers.addTrailer(line);
    }

    private @Nullable String content(LineView line) {
        return switch (part) {
            case REQUEST_LINE -> requestLine(line);
            case HEADERS -> line.isEmpty() ? endOfHeaders() : headers.add(line);
            case CHUNK_SIZE -> chunkSize(line);
            case CHUNK_END -> chunkEnd(line);
            case TRAILERS -> trailer(line);
            case BODY, CHUNK_DATA -> throw new IllegalStateException("a body has no lines");
        };
    }

    private @Nullable String endOfHeaders() {
        left = headers.contentLength();
        part = headers.isChunked() ? Part.CHUNK_SIZE : left > 0 ? Part.BODY : Part.REQUEST_LINE;
        return headers.conflict();
    }

    private @Nullable String chunkSize(LineView line) {
        left = line.chunkSize();
        part = left == 0 ? Part.TRAILERS : Part.CHUNK_DATA;
        return left < 0 ? "a bad chunk size" : null;
    }
}

package com.foobar.gateway.edge;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/**
 * Follows the bytes of an HTTP/1 connection and finds where one request ends and the next begins, so strictly that nobody
 * behind the gateway can see another end: what two readers could read in two ways is a violation.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-11.2">RFC 9112, section 11.2, request smuggling</a>
 */
final class RequestFraming {

    private enum Part {
        REQUEST_LINE, HEADERS, BODY, CHUNK_SIZE, CHUNK_DATA, CHUNK_END, TRAILERS
    }

    private static final byte LINE_FEED = '\n';
    private static final int LONGEST_LINE = 64 * 1024;

    private final ByteBuf pending = Unpooled.buffer(0);
    private HeaderLines headers = new HeaderLines();
    private Part part = Part.REQUEST_LINE;
    private long left;

    /** Follows these bytes, without taking them; tells what is wrong with them, or null. */
    @Nullable
    String follow(ByteBuf bytes) {
        int at = bytes.readerIndex();
        int end = bytes.writerIndex();
        while (at < end) {
            if (part == Part.BODY || part == Part.CHUNK_DATA) {
                int step = (int) Math.min(left, end - at);
                at += step;
                left -= step;
                if (left == 0) {
                    part = part == Part.BODY ? Part.REQUEST_LINE : Part.CHUNK_END;
                }
                continue;
            }
            int feed = bytes.indexOf(at, end, LINE_FEED);
            if (feed < 0) {
                pending.writeBytes(bytes, at, end - at);
                return pending.readableBytes() > LONGEST_LINE ? "a line without an end" : null;
            }
            String wrong = line(bytes, at, feed);
            if (wrong != null) {
                return wrong;
            }
            at = feed + 1;
        }
        return null;
    }

    /** Whether a request has begun and its headers have not ended. */
    boolean isInHeaders() {
        return part == Part.HEADERS || (part == Part.REQUEST_LINE && pending.isReadable());
    }

    /** Whether a request's body has begun and not ended. */
    boolean isInBody() {
        return part != Part.REQUEST_LINE && part != Part.HEADERS;
    }

    private @Nullable String line(ByteBuf bytes, int from, int to) {
        if (!pending.isReadable()) {
            return line(new Line(bytes, from, to));
        }
        pending.writeBytes(bytes, from, to - from);
        String wrong = line(new Line(pending, 0, pending.writerIndex()));
        pending.clear();
        return wrong;
    }

    private @Nullable String line(Line line) {
        if (!line.isClean()) {
            return "a line with a control character, or without a carriage return at its end";
        }
        return switch (part) {
            case REQUEST_LINE -> {
                // An empty line before a request is allowed, and skipped.
                if (line.isEmpty()) {
                    yield null;
                }
                headers = new HeaderLines();
                part = Part.HEADERS;
                yield line.isRequestLine() ? null : "a request line that is not method, target and HTTP/1.1";
            }
            case HEADERS -> line.isEmpty() ? endOfHeaders() : headers.add(line);
            case CHUNK_SIZE -> chunkSize(line);
            case CHUNK_END -> {
                part = Part.CHUNK_SIZE;
                yield line.isEmpty() ? null : "a chunk that is longer than its size";
            }
            case TRAILERS -> {
                if (line.isEmpty()) {
                    part = Part.REQUEST_LINE;
                }
                yield line.isEmpty() ? null : headers.addTrailer(line);
            }
            case BODY, CHUNK_DATA -> throw new IllegalStateException("a body has no lines");
        };
    }

    private @Nullable String endOfHeaders() {
        left = headers.contentLength();
        part = headers.isChunked() ? Part.CHUNK_SIZE : left > 0 ? Part.BODY : Part.REQUEST_LINE;
        return headers.conflict();
    }

    private @Nullable String chunkSize(Line line) {
        left = line.chunkSize();
        part = left == 0 ? Part.TRAILERS : Part.CHUNK_DATA;
        return left < 0 ? "a bad chunk size" : null;
    }
}

package com.foobar.gateway.connection;

import java.util.Iterator;
import java.util.Map;

import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.Http2SettingsSpec;
import reactor.netty.http.server.HttpRequestDecoderSpec;

import org.springframework.util.unit.DataSize;

import com.foobar.gateway.exchange.ErrorResponse;
import com.foobar.gateway.exchange.ForwardedHeaders;
import com.foobar.gateway.settings.EdgeProperties;

/** How long a request's line and its headers may be, the same with HTTP/1 and HTTP/2. */
public final class HeadLimits {

    /** What stands in a request line beside the method and the target: two blanks and the version. */
    private static final int REST_OF_LINE = " ".length() + " HTTP/1.1".length();
    /** What stands in a header's line beside its name and its value: a colon and a blank. */
    private static final int REST_OF_HEADER = ": ".length();
    /** A carriage return and a line feed. */
    static final int LINE_END = 2;

    private final int line;
    private final int header;
    private final int headers;
    private final Violation lineTooLong;
    private final Violation headerTooLong;
    private final Violation headersTooLarge;

    public HeadLimits(EdgeProperties properties) {
        this.line = (int) properties.maxRequestLine().toBytes();
        this.header = (int) properties.maxHeader().toBytes();
        this.headers = (int) properties.maxHeaders().toBytes();
        this.lineTooLong = new Violation(new ErrorResponse(414,
                "The address is longer than is accepted: the request line may have " + size(line) + ".", null),
                "a request line that is too long");
        this.headerTooLong = new Violation(new ErrorResponse(431,
                "A header is longer than is accepted: each may have " + size(header) + ". Deleting cookies may help.",
                null), "a header that is too long");
        this.headersTooLarge = new Violation(
                new ErrorResponse(431, "The headers are larger than is accepted: all together "
                        + "may have " + size(headers) + ". Deleting cookies may help.", null),
                "headers that are too large");
    }

    private static String size(int bytes) {
        return DataSize.ofBytes(bytes).equals(DataSize.ofKilobytes(bytes / 1024)) ? bytes / 1024 + " KiB"
                : bytes + " bytes";
    }

    int line() {
        return line;
    }

    /** What the decoder of HTTP/1 takes: it is asked only about what has been found to be within the limits. */
    public HttpRequestDecoderSpec decoder(HttpRequestDecoderSpec spec) {
        return spec.maxInitialLineLength(line + LINE_END).maxHeaderSize(headers + LINE_END);
    }

    /**
     * What is taken of HTTP/2, where a header counts 32 bytes more (RFC 9113, 6.5.2), so that what is a little too
     * large is still read and gets an answer that says so.
     */
    Http2SettingsSpec.Builder http2(Http2SettingsSpec.Builder settings) {
        return settings.maxHeaderListSize(2L * (line + headers));
    }

    /** What is wrong with a request line of that length, its end not counted; null where nothing is. */
    @Nullable
    Violation checkLine(int length) {
        return length > line ? lineTooLong : null;
    }

    /** Whether the request line of this method and target, as the client sent it, is too long. */
    boolean isTooLong(String method, String target) {
        return method.length() + target.length() + REST_OF_LINE > line;
    }

    public ErrorResponse lineTooLong() {
        return lineTooLong.refusal();
    }

    /**
     * What is wrong with a header's line; null where nothing is.
     *
     * @param length the line's, its end not counted
     * @param all that of all lines so far, their ends included
     */
    @Nullable
    Violation checkHeader(int length, int all) {
        return length > header ? headerTooLong : all > headers ? headersTooLarge : null;
    }

    /** The same for headers that came in another form than lines; null where nothing is wrong with them. */
    @Nullable
    public ErrorResponse checkAll(HttpHeaders sent) {
        int all = 0;
        Iterator<Map.Entry<CharSequence, CharSequence>> each = sent.iteratorCharSequence();
        while (each.hasNext()) {
            Map.Entry<CharSequence, CharSequence> next = each.next();
            if (ForwardedHeaders.isOfNetty(next.getKey())) {
                continue;
            }
            int length = next.getKey().length() + REST_OF_HEADER + next.getValue().length();
            all += length + LINE_END;
            Violation wrong = checkHeader(length, all);
            if (wrong != null) {
                return wrong.refusal();
            }
        }
        return null;
    }
}

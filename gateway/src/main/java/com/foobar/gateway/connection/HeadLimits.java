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

/** Limits the length of a request's line and of its headers, equally with HTTP/1 and HTTP/2. */
public final class HeadLimits {

    /** The length of a request line without the method and the target: two blanks and the version. */
    private static final int REST_OF_LINE = " ".length() + " HTTP/1.1".length();
    /** The length of a header line without the name and the value: a colon and a blank. */
    private static final int REST_OF_HEADER = ": ".length();
    /** A carriage return and a line feed. */
    static final int LINE_END = 2;

    private final int line;
    private final int header;
    private final int headers;
    private final Violation lineTooLong;
    private final Violation headerTooLong;
    private final Violation headersTooLarge;

    /** Creates the limits from the settings. */
    HeadLimits(EdgeProperties properties) {
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

    /**
     * Gives these limits to an HTTP/1 decoder. It reads only bytes that {@link ClientConnection} has already found to
     * be within the limits.
     *
     * @return the same decoder settings
     */
    public HttpRequestDecoderSpec decoder(HttpRequestDecoderSpec spec) {
        return spec.maxInitialLineLength(line + LINE_END).maxHeaderSize(headers + LINE_END);
    }

    /**
     * Sets what the HTTP/2 decoder accepts: twice the limits, since HTTP/2 counts 32 bytes more for each header (RFC
     * 9113, 6.5.2). So a request whose headers are a little too large is still read, and its response can say why.
     */
    Http2SettingsSpec.Builder http2(Http2SettingsSpec.Builder settings) {
        return settings.maxHeaderListSize(2L * (line + headers));
    }

    /** Returns the violation of a request line that is too long, or null; the length does not count the line end. */
    @Nullable
    Violation checkLine(int length) {
        return length > line ? lineTooLong : null;
    }

    /** Returns whether the request line of this method and target, as the client sent them, is too long. */
    boolean isTooLong(String method, String target) {
        return method.length() + target.length() + REST_OF_LINE > line;
    }

    /** Returns the response to a request line that is too long: 414. */
    public ErrorResponse lineTooLong() {
        return lineTooLong.refusal();
    }

    /**
     * Returns the violation of a header line that is too long, or null if it is within the limits.
     *
     * @param length the length of the line in bytes, without the line end
     * @param all the length of all header lines so far in bytes, with their line ends
     */
    @Nullable
    Violation checkHeader(int length, int all) {
        return length > header ? headerTooLong : all > headers ? headersTooLarge : null;
    }

    /**
     * Returns the refusal of headers that came over HTTP/2, with their lengths as HTTP/1 lines; null if they are within
     * the limits.
     */
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

package com.foobar.gateway.accesslog;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

import com.foobar.gateway.exchange.RequestContext;
import com.foobar.gateway.settings.Instance;

/**
 * Formats one request as a line of JSON. Queries are left out, since they may hold text that people typed. Of the
 * client's address only the network is kept: it shows where an attack comes from, but not which person reads a page.
 */
final class AccessLine {

    private static final long MICROS_PER_SECOND = TimeUnit.SECONDS.toMicros(1);

    private final String instance;

    AccessLine(Instance instance) {
        this.instance = instance.name();
    }

    /**
     * Returns the line with its line feed, in UTF-8.
     *
     * @param now the time at which the request ended, from {@code System.nanoTime()}
     */
    byte[] of(RequestContext context, long now) {
        HttpHeaders headers = context.request().requestHeaders();
        StringBuilder line = new StringBuilder(512);
        line.append("{\"time\":\"").append(Instant.now());
        line.append("\",\"level\":\"INFO\",\"service\":\"gateway\",\"instance\":\"").append(instance);
        line.append("\",\"request_id\":\"").append(context.id());
        if (!context.span().isNoop()) {
            line.append("\",\"trace_id\":\"").append(context.span().context().traceId());
        }
        line.append("\",\"client\":\"");
        network(line, context.client());
        line.append("\",\"method\":\"").append(context.request().method().name());
        line.append("\",\"scheme\":\"").append(context.request().connectionScheme()).append('"');
        text(line, "host", context.host());
        text(line, "path", withoutQuery(context.target()));
        line.append(",\"protocol\":\"").append(context.request().protocol());
        line.append("\",\"status\":").append(context.statusCode());
        line.append(",\"bytes\":").append(context.sent());
        seconds(line.append(",\"duration\":"), now - context.started());
        text(line, "upstream", context.server());
        line.append(",\"attempts\":").append(context.attempts());
        if (context.isCut()) {
            line.append(",\"cut\":true");
        }
        text(line, "user_agent", headers.get(HttpHeaderNames.USER_AGENT, ""));
        text(line, "referer", withoutQuery(headers.get(HttpHeaderNames.REFERER, "")));
        return line.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void network(StringBuilder line, @Nullable InetAddress client) {
        byte[] address = client == null ? new byte[0] : client.getAddress();
        if (address.length == 4) {
            for (int i = 0; i < 3; i++) {
                line.append(address[i] & 0xFF).append('.');
            }
            line.append('0');
        } else if (address.length == 16) {
            for (int i = 0; i < 6; i += 2) {
                line.append(Integer.toHexString(((address[i] & 0xFF) << 8) | (address[i + 1] & 0xFF))).append(':');
            }
            line.append(':');
        }
    }

    private static void seconds(StringBuilder line, long nanos) {
        long micros = TimeUnit.NANOSECONDS.toMicros(nanos);
        line.append(micros / MICROS_PER_SECOND).append('.');
        // The added 1,000,000 keeps the leading zeros; its digit 1 is deleted below.
        line.append(MICROS_PER_SECOND + micros % MICROS_PER_SECOND);
        line.deleteCharAt(line.length() - 7);
    }

    private static String withoutQuery(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    private static void text(StringBuilder line, String name, String value) {
        line.append(",\"").append(name).append("\":\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                line.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                line.append("\\u").append(Character.forDigit(c >> 12, 16)).append(Character.forDigit(c >> 8 & 15, 16))
                        .append(Character.forDigit(c >> 4 & 15, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                line.append(c);
            }
        }
        line.append('"');
    }
}

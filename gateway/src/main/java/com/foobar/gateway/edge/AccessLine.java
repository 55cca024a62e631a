package com.foobar.gateway.edge;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;

/** One request as a line of JSON. */
final class AccessLine {

    private final String instance;

    AccessLine(Instance instance) {
        this.instance = instance.name();
    }

    byte[] of(RequestContext context, long now) {
        HttpHeaders headers = context.request().requestHeaders();
        StringBuilder line = new StringBuilder(512);
        line.append("{\"@timestamp\":\"").append(Instant.now());
        line.append("\",\"type\":\"access\",\"instance\":\"").append(instance);
        line.append("\",\"request_id\":\"").append(context.id());
        line.append("\",\"client\":\"").append(context.clientAddress());
        line.append("\",\"method\":\"").append(context.request().method().name());
        line.append("\",\"scheme\":\"").append(context.request().connectionScheme()).append('"');
        text(line, "host", context.host());
        text(line, "uri", context.target());
        line.append(",\"protocol\":\"").append(context.request().protocol());
        line.append("\",\"status\":").append(context.statusCode());
        line.append(",\"bytes\":").append(context.sent());
        line.append(",\"duration_us\":").append((now - context.started()) / 1_000);
        text(line, "server", context.server());
        line.append(",\"attempts\":").append(context.attempts());
        if (context.isCut()) {
            line.append(",\"cut\":true");
        }
        text(line, "user_agent", headers.get(HttpHeaderNames.USER_AGENT, ""));
        text(line, "referer", headers.get(HttpHeaderNames.REFERER, ""));
        return line.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
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

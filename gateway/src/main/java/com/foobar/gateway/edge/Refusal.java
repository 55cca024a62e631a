package com.foobar.gateway.edge;

import java.nio.charset.StandardCharsets;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.server.HttpServerResponse;

/** An answer that the gateway gives by itself, as a page that says why, or as problem details (RFC 9457) to who asks for JSON. */
public final class Refusal {

    private final HttpResponseStatus status;
    private final String sentence;
    private final @Nullable Integer retryAfter;

    /**
     * @param status the status code
     * @param sentence what a person should know, without a quotation mark or backslash
     * @param retryAfter the seconds after which trying again makes sense, or null for none
     */
    public Refusal(int status, String sentence, @Nullable Integer retryAfter) {
        this.status = HttpResponseStatus.valueOf(status);
        this.sentence = sentence;
        this.retryAfter = retryAfter;
    }

    /** Whether it says that the request was in order and yet could not be answered. */
    public boolean isServerError() {
        return status.codeClass() == HttpStatusClass.SERVER_ERROR;
    }

    /** Sends it. */
    public Mono<Void> send(RequestContext context, HttpServerResponse response) {
        boolean toProgram = wantsJson(context.request().requestHeaders().get(HttpHeaderNames.ACCEPT));
        String text = toProgram ? problem(context.id()) : page(context.id());
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        context.status(status.code());
        context.sent(body.length);
        HttpHeaders headers = response.status(status).responseHeaders();
        headers.set(HttpHeaderNames.CONTENT_TYPE, toProgram ? "application/problem+json" : "text/html; charset=utf-8");
        headers.set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        headers.set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        headers.set("Content-Security-Policy", "default-src 'none'");
        if (status.code() == 400 || status.code() == 408 || status.code() == 413) {
            // What still comes on this connection cannot be told from a next request.
            response.keepAlive(false);
        }
        if (retryAfter != null) {
            headers.set(HttpHeaderNames.RETRY_AFTER, retryAfter);
        }
        return Mono.defer(() -> response.send(Mono.just(Unpooled.wrappedBuffer(body))).then())
                .onErrorComplete(AbortedException.class);
    }

    private static boolean wantsJson(@Nullable String accepted) {
        return accepted != null && accepted.contains("json") && !accepted.contains("text/html");
    }

    private String problem(String id) {
        return """
                {"type":"about:blank","title":"%s","status":%d,"detail":"%s","request":"%s"}
                """.formatted(status.reasonPhrase(), status.code(), sentence, id);
    }

    private String page(String id) {
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>%1$s</title>
                <h1>%1$s</h1>
                <p>%2$s</p>
                <p><small>Request %3$s</small></p>
                </html>
                """.formatted(status, sentence, id);
    }
}

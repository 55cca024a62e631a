package com.foobar.gateway.exchange;

import java.nio.charset.StandardCharsets;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * An answer that the gateway gives by itself, as a page that says why, or as problem details (RFC 9457) where the API
 * is asked or JSON is accepted and no page.
 */
public final class ErrorResponse {

    /** Where the API is. */
    public static final String API = "/api/";
    /** The methods that the gateway accepts, as the Allow header lists them. */
    public static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

    private static final String NO_STORE = "no-store";
    private static final String POLICY = "default-src 'none'";

    private final HttpResponseStatus status;
    private final String sentence;
    private final @Nullable Integer retryAfter;

    /**
     * @param status the status code
     * @param sentence what a person should know, without a quotation mark or backslash
     * @param retryAfter the seconds after which trying again makes sense, or null for none
     */
    public ErrorResponse(int status, String sentence, @Nullable Integer retryAfter) {
        this.status = HttpResponseStatus.valueOf(status);
        this.sentence = sentence;
        this.retryAfter = retryAfter;
    }

    /** Whether it says that the request was in order and yet could not be answered. */
    public boolean isServerError() {
        return status.codeClass() == HttpStatusClass.SERVER_ERROR;
    }

    public HttpResponseStatus status() {
        return status;
    }

    /** Sends it. */
    public Mono<Void> send(RequestContext context, HttpServerResponse response) {
        HttpServerRequest request = context.request();
        boolean toProgram = context.target().startsWith(API)
                || wantsJson(request.requestHeaders().get(HttpHeaderNames.ACCEPT));
        byte[] body = body(toProgram, context.id());
        context.status(status.code());
        HttpHeaders headers = response.status(status).responseHeaders();
        headers.set(HttpHeaderNames.CONTENT_TYPE, type(toProgram));
        headers.set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        headers.set(HttpHeaderNames.CACHE_CONTROL, NO_STORE);
        headers.set(HttpHeaderNames.CONTENT_SECURITY_POLICY, POLICY);
        if (status.code() == 400 || status.code() == 408 || status.code() == 413
                || (context.hasBody() && (status.code() == 417 || status.code() == 429))) {
            // What still comes on this connection cannot be told from a next request, or is not worth waiting for.
            response.keepAlive(false);
        }
        if (status.code() == 405) {
            headers.set(HttpHeaderNames.ALLOW, METHODS);
        }
        if (retryAfter != null) {
            headers.set(HttpHeaderNames.RETRY_AFTER, retryAfter);
        }
        if (request.method().equals(HttpMethod.HEAD)) {
            return response.send().onErrorComplete(AbortedException.class);
        }
        context.sent(body.length);
        return Mono.defer(() -> response.send(Mono.just(Unpooled.wrappedBuffer(body))).then())
                .onErrorComplete(AbortedException.class);
    }

    /**
     * It as bytes, for what is not a request, so that nothing that knows requests can answer it; closes the connection.
     */
    public ByteBuf raw(ByteBufAllocator allocator, boolean toProgram) {
        String id = RequestIds.next();
        byte[] body = body(toProgram, id);
        return ByteBufUtil.writeUtf8(allocator, """
                HTTP/1.1 %s\r
                Connection: close\r
                Content-Type: %s\r
                Content-Length: %d\r
                Cache-Control: %s\r
                Content-Security-Policy: %s\r
                %s: %s\r
                \r
                %s""".formatted(status, type(toProgram), body.length, NO_STORE, POLICY, ResponseHeaders.REQUEST_ID, id,
                new String(body, StandardCharsets.UTF_8)));
    }

    public static boolean wantsJson(@Nullable String accepted) {
        return accepted != null && accepted.contains("json") && !accepted.contains("text/html");
    }

    private static String type(boolean toProgram) {
        return toProgram ? "application/problem+json" : "text/html; charset=utf-8";
    }

    private byte[] body(boolean toProgram, String id) {
        return (toProgram ? problem(id) : page(id)).getBytes(StandardCharsets.UTF_8);
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

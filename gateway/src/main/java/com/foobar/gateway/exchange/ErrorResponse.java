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
 * A response that the gateway itself sends in place of a server. Its body says why: as an HTML page, or as problem
 * details (RFC 9457) if the request is for the API or accepts JSON and no HTML.
 */
public final class ErrorResponse {

    /** The prefix of all paths of the API. */
    public static final String API = "/api/";
    /** The methods that the gateway accepts, as the Allow header lists them. */
    public static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

    private static final String NO_STORE = "no-store";
    private static final String POLICY = "default-src 'none'";

    private final HttpResponseStatus status;
    private final String sentence;
    private final @Nullable Integer retryAfter;

    /**
     * Creates a response.
     *
     * @param status the status code
     * @param sentence the explanation for the user, without a quotation mark, a backslash or markup, since it is not
     *            escaped in the body
     * @param retryAfter the value of the Retry-After header in seconds, or null for no such header
     */
    public ErrorResponse(int status, String sentence, @Nullable Integer retryAfter) {
        this.status = HttpResponseStatus.valueOf(status);
        this.sentence = sentence;
        this.retryAfter = retryAfter;
    }

    /** Returns whether the status is 5xx: the request was valid, but no server has responded to it. */
    public boolean isServerError() {
        return status.codeClass() == HttpStatusClass.SERVER_ERROR;
    }

    /** Returns the status of the response. */
    public HttpResponseStatus status() {
        return status;
    }

    /**
     * Sends this response, and notes its status and size in the context. Completes without an error if the client has
     * gone.
     *
     * @param context the request that gets the response
     * @param response the response object of that request, of which nothing has been sent yet
     */
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
            // The rest of this request could not be told from a next request, or is not worth waiting for.
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
     * Returns this response as the bytes of an HTTP/1.1 response that announces the end of the connection. It is for
     * input that is no valid request: no HTTP handler can respond to such input.
     *
     * @param toProgram whether the body is problem details rather than an HTML page
     * @return a new buffer, which the caller must write or release
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

    /**
     * Returns whether a client wants JSON and no HTML.
     *
     * @param accepted the value of the Accept header, or null if there is none, which does not ask for JSON
     */
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

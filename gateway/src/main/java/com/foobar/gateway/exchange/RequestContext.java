package com.foobar.gateway.exchange;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.tracing.Span;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AttributeKey;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.server.HttpServerRequest;

import org.springframework.web.server.ServerWebExchange;

/** Holds what the gateway knows about one request while it is in flight. Only one thread uses it at a time. */
public final class RequestContext {

    /** The attribute of a client connection that holds the status with which the gateway refused its request. */
    public static final AttributeKey<Integer> REFUSED_WITH = AttributeKey.valueOf(RequestContext.class, "refusedWith");

    /** The name of the exchange attribute that holds the context. */
    public static final String ATTRIBUTE = RequestContext.class.getName();

    /** Nginx's status for a client that closed its request before there was a response. */
    private static final int CLIENT_CLOSED = 499;

    private final HttpServerRequest request;
    private final String id;
    private final String target;
    private final String host;
    private final long started;
    private final @Nullable InetAddress client;

    private Span span = Span.NOOP;
    private String server = "-";
    private int attempts;
    private int status;
    private long sent;
    private boolean cut;
    private @Nullable AtomicInteger upload;

    /**
     * Creates the context of a request.
     *
     * @param request the client's request
     * @param id the request's id, from {@link RequestIds#next()}
     * @param target the path and query, beginning with a slash
     * @param host the value of the Host header; empty if there is none
     * @param started the time at which the request arrived, from {@code System.nanoTime()}
     */
    public RequestContext(HttpServerRequest request, String id, String target, String host, long started) {
        this.request = request;
        this.id = id;
        this.target = target;
        this.host = host;
        this.started = started;
        this.client = request.connectionRemoteAddress() instanceof InetSocketAddress inet ? inet.getAddress() : null;
    }

    /**
     * Returns the context that the edge has attached to this exchange.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static RequestContext of(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(ATTRIBUTE);
    }

    /** Returns the client's request. */
    public HttpServerRequest request() {
        return request;
    }

    /** Returns the request's id, which the gateway has created. */
    public String id() {
        return id;
    }

    /** Returns the path and query, beginning with a slash. */
    public String target() {
        return target;
    }

    /** Returns the value of the Host header; empty if there is none. */
    public String host() {
        return host;
    }

    /** Returns the time at which the request arrived, from {@code System.nanoTime()}. */
    public long started() {
        return started;
    }

    /** Returns the client's address, or null if the connection has no IP address. */
    @Nullable
    public InetAddress client() {
        return client;
    }

    /** Returns the client's address as text, or "unknown" if the connection has no IP address. */
    public String clientAddress() {
        return client == null ? "unknown" : client.getHostAddress();
    }

    /**
     * Returns the key of the client: the same number for the same IPv4 address or the same IPv6 /64 network, and 0 if
     * the connection has no IP address.
     */
    public long clientKey() {
        return client == null ? 0 : clientKey(client);
    }

    /** Returns the key of the client with this address: one for each IPv4 address or IPv6 /64 network. */
    public static long clientKey(InetAddress address) {
        return address instanceof Inet6Address ? ByteBuffer.wrap(address.getAddress()).getLong() : address.hashCode();
    }

    /**
     * Returns whether the request has a body; with HTTP/2 and no Content-Length, whether its method may have one.
     */
    public boolean hasBody() {
        HttpHeaders headers = request.requestHeaders();
        String length = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        if (length != null) {
            return !length.equals("0");
        }
        // In HTTP/2, a body needs neither of these headers.
        return headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
                || (isHttp2() && !isBodyless(request.method().name()));
    }

    private static boolean isBodyless(String method) {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS") || method.equals("DELETE");
    }

    /** Returns whether the request came over HTTP/2. */
    public boolean isHttp2() {
        return request.version().majorVersion() == 2;
    }

    /**
     * Notes the counter in which the request's body is counted while it arrives.
     *
     * @param counted the counter, which {@link #bodyEnded()} decrements once
     */
    public void upload(AtomicInteger counted) {
        upload = counted;
    }

    /**
     * Notes that all of the request's body has arrived, or that nobody waits for the rest. Any thread may call this.
     */
    public void bodyEnded() {
        AtomicInteger counted;
        synchronized (this) {
            counted = upload;
            upload = null;
        }
        if (counted != null) {
            counted.decrementAndGet();
        }
    }

    /**
     * Returns the key of the client's network: the same number for all clients of an IPv4 /24 or IPv6 /48 network, and
     * 0 if the connection has no IP address.
     */
    public long clientNetwork() {
        return client instanceof Inet6Address ? clientKey() >>> 16 : clientKey() >> 8;
    }

    /** Returns whether the request came over TLS. */
    public boolean isSecure() {
        return "https".equals(request.connectionScheme());
    }

    /** Returns the request's span, which records nothing if there is no tracing. */
    public Span span() {
        return span;
    }

    /** Notes the span that has begun for this request. */
    public void span(Span begun) {
        span = begun;
    }

    /** Notes an attempt: this server gets the request now. */
    public void attempt(String serverName) {
        server = serverName;
        attempts++;
    }

    /** Notes the status that the client gets. */
    public void status(int code) {
        status = code;
    }

    /**
     * Notes that the client failed its own request. The status is the one with which the gateway refused the request,
     * or 499 if the client had gone before there was a response.
     */
    public void clientFailed() {
        request.withConnection(connection -> {
            Integer told = connection.channel().attr(REFUSED_WITH).get();
            status = told == null ? CLIENT_CLOSED : told;
        });
    }

    /** Returns the status that the client gets, or 0 if it is not known yet. */
    public int statusCode() {
        return status;
    }

    /** Adds to the number of body bytes that went to the client. */
    public void sent(long bytes) {
        sent += bytes;
    }

    /** Notes that the response broke off after it had begun. */
    public void cut() {
        cut = true;
    }

    /** Returns the name of the server that got the last attempt, or "-" if there was none. */
    public String server() {
        return server;
    }

    /** Returns how many attempts there were, retries included. */
    public int attempts() {
        return attempts;
    }

    /** Returns how many bytes of the response body went to the client. */
    public long sent() {
        return sent;
    }

    /** Returns whether the response broke off after it had begun. */
    public boolean isCut() {
        return cut;
    }
}

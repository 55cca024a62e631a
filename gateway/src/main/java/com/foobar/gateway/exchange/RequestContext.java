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

/** What the gateway knows of a request while it is under way; used by one thread at a time. */
public final class RequestContext {

    /** The attribute of a connection that keeps the status with which the gateway refused a request on it. */
    public static final AttributeKey<Integer> REFUSED_WITH = AttributeKey.valueOf(RequestContext.class, "refusedWith");

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

    public RequestContext(HttpServerRequest request, String id, String target, String host, long started) {
        this.request = request;
        this.id = id;
        this.target = target;
        this.host = host;
        this.started = started;
        this.client = request.connectionRemoteAddress() instanceof InetSocketAddress inet ? inet.getAddress() : null;
    }

    /** The context that the edge has given this exchange. */
    public static RequestContext of(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(ATTRIBUTE);
    }

    public HttpServerRequest request() {
        return request;
    }

    /** The request's id, made here. */
    public String id() {
        return id;
    }

    /** Path and query, beginning with a slash. */
    public String target() {
        return target;
    }

    /** The Host header. */
    public String host() {
        return host;
    }

    /** When it came, in {@code nanoTime}'s terms. */
    public long started() {
        return started;
    }

    @Nullable
    public InetAddress client() {
        return client;
    }

    /** The address that it came from, as text. */
    public String clientAddress() {
        return client == null ? "unknown" : client.getHostAddress();
    }

    /** A number that is the same for the same client: an IPv4 address, or an IPv6 network of 64 bits. */
    public long clientKey() {
        return client == null ? 0 : clientKey(client);
    }

    public static long clientKey(InetAddress address) {
        return address instanceof Inet6Address ? ByteBuffer.wrap(address.getAddress()).getLong() : address.hashCode();
    }

    /** Whether the request has a body. */
    public boolean hasBody() {
        HttpHeaders headers = request.requestHeaders();
        String length = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        if (length != null) {
            return !length.equals("0");
        }
        // In HTTP/2 a body needs neither header.
        return headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
                || (isHttp2() && !isBodyless(request.method().name()));
    }

    private static boolean isBodyless(String method) {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS") || method.equals("DELETE");
    }

    public boolean isHttp2() {
        return request.version().majorVersion() == 2;
    }

    /** Notes where the request's body is counted while it comes in. */
    public void upload(AtomicInteger counted) {
        upload = counted;
    }

    /** Notes that all of the request's body has come, or that nobody waits for the rest. */
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

    /** A number that is the same for the same network of clients: 24 bits of an IPv4 address, 48 of an IPv6 one. */
    public long clientNetwork() {
        return client instanceof Inet6Address ? clientKey() >>> 16 : clientKey() >> 8;
    }

    /** Whether it came over TLS. */
    public boolean isSecure() {
        return "https".equals(request.connectionScheme());
    }

    /** Its span, which records nothing where there are no traces. */
    public Span span() {
        return span;
    }

    public void span(Span begun) {
        span = begun;
    }

    /** Notes that a server gets it now. */
    public void attempt(String serverName) {
        server = serverName;
        attempts++;
    }

    /** Notes the status that the client gets. */
    public void status(int code) {
        status = code;
    }

    /**
     * Notes that the client failed its own request: the status is what the gateway told it, or 499 where nobody was
     * left to read a response.
     */
    public void clientFailed() {
        request.withConnection(connection -> {
            Integer told = connection.channel().attr(REFUSED_WITH).get();
            status = told == null ? CLIENT_CLOSED : told;
        });
    }

    /** The status that the client gets, or 0 where none was sent yet. */
    public int statusCode() {
        return status;
    }

    /** Notes how many bytes of a body went to the client. */
    public void sent(long bytes) {
        sent += bytes;
    }

    /** Notes that the answer broke off after it had begun. */
    public void cut() {
        cut = true;
    }

    public String server() {
        return server;
    }

    public int attempts() {
        return attempts;
    }

    public long sent() {
        return sent;
    }

    public boolean isCut() {
        return cut;
    }
}

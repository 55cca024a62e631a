package com.foobar.gateway.proxy;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

import io.micrometer.tracing.Span;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AttributeKey;
import org.jspecify.annotations.Nullable;

import com.foobar.gateway.server.Server;

/** Tracks one attempt to send a request to a server: how far the attempt has come, and how it ended. */
final class Attempt {

    /** The attribute of an upstream connection that holds the attempt which uses the connection now. */
    static final AttributeKey<Attempt> ON_CHANNEL = AttributeKey.valueOf(Attempt.class, "attempt");

    private final Server server;
    private final boolean repeatable;
    private final Span span;

    private @Nullable Channel channel;
    private long lastSign;
    private int status;
    private boolean sent;
    private boolean responseBegan;
    private volatile boolean switched;
    private @Nullable BiConsumer<Channel, HttpHeaders> onSwitch;
    private boolean relayed;
    private boolean timedOut;
    private boolean couldTakeMore;
    private volatile @Nullable RequestBody body;
    private final AtomicReference<@Nullable Uploads> upload = new AtomicReference<>();
    private boolean failedByClient;

    Attempt(Server server, boolean repeatable, Span span, long now) {
        this.server = server;
        this.repeatable = repeatable;
        this.span = span;
        this.lastSign = now;
    }

    Server server() {
        return server;
    }

    /**
     * Returns whether the request may be sent again although a server may have received it: idempotent, without a body.
     */
    boolean isRepeatable() {
        return repeatable;
    }

    Span span() {
        return span;
    }

    /** Notes the status of the server's response. */
    void status(int code) {
        status = code;
    }

    /** Returns the status of the server's response, or 0 if there was none. */
    int status() {
        return status;
    }

    /** Uses this upstream connection from now on. */
    void use(Channel connection) {
        channel = connection;
        connection.attr(ON_CHANNEL).set(this);
    }

    /** Closes the upstream connection, if this attempt still uses it, so that no other request can use it. */
    @SuppressWarnings({ "FutureReturnValueIgnored", "ReferenceEquality" })
    void closeConnection() {
        Channel used = channel;
        if (used != null && used.attr(ON_CHANNEL).get() == this) {
            used.close();
        }
    }

    /** Leaves the upstream connection, which other requests may use again. */
    void leave() {
        Channel used = channel;
        if (used != null) {
            used.attr(ON_CHANNEL).compareAndSet(this, null);
        }
    }

    /** Notes that the request goes out from now on, so that the server may have received it. */
    void sent(long now) {
        sent = true;
        lastSign = now;
    }

    boolean wasSent() {
        return sent;
    }

    /** Notes that the response has begun: it can no longer be replaced by the response of another server. */
    void responseBegan() {
        responseBegan = true;
    }

    /** Notes that all of the response has arrived. */
    void relayed() {
        relayed = true;
    }

    boolean wasRelayed() {
        return relayed;
    }

    boolean hasResponseBegun() {
        return responseBegan;
    }

    /**
     * Notes that the request offers the server to switch to a WebSocket.
     *
     * @param accepted gets the upstream connection and the headers of the 101 response if the server switches
     */
    void offerSwitch(BiConsumer<Channel, HttpHeaders> accepted) {
        onSwitch = accepted;
    }

    /** Handles the 101 response of the server; returns false if the request offered no switch, or on a second 101. */
    boolean switchTo(Channel connection, HttpHeaders headers) {
        if (onSwitch == null || switched) {
            return false;
        }
        switched = true;
        onSwitch.accept(connection, headers);
        return true;
    }

    boolean offersSwitch() {
        return onSwitch != null;
    }

    boolean isSwitched() {
        return switched;
    }

    /** Notes that something arrived from the server or went to it. */
    void sign(long now) {
        lastSign = now;
    }

    /** Returns when something last arrived from the server or went to it, from {@code System.nanoTime()}. */
    long lastSign() {
        return lastSign;
    }

    /** Notes the body that this attempt sends. */
    void carries(RequestBody sent) {
        body = sent;
    }

    /** Returns the body that this attempt sends, or null if it sends none or has not begun to. */
    @Nullable
    RequestBody body() {
        return body;
    }

    /** Notes the counter of the upload until {@link #endUpload()}, or null if the request has no body. */
    void upload(@Nullable Uploads counted) {
        upload.set(counted);
    }

    /**
     * Counts the upload out: all of the body has gone, or nobody waits for the rest. Has an effect only once, since
     * both the client's and the server's event loop may call this.
     */
    void endUpload() {
        Uploads counted = upload.getAndSet(null);
        if (counted != null) {
            counted.end();
        }
    }

    /**
     * Notes that the client is the cause of the failure: it broke off, or sent a request that no server could have
     * fulfilled.
     */
    void failedByClient() {
        failedByClient = true;
    }

    boolean isFailedByClient() {
        return failedByClient;
    }

    /**
     * Notes that the attempt has timed out.
     *
     * @param writable whether the upstream connection could take more bytes: then no bytes were waiting for the server
     */
    void timedOut(boolean writable) {
        timedOut = true;
        couldTakeMore = writable;
    }

    boolean hasTimedOut() {
        return timedOut;
    }

    /** Returns whether the server had read all that there was to send when the attempt timed out. */
    boolean couldTakeMore() {
        return couldTakeMore;
    }
}

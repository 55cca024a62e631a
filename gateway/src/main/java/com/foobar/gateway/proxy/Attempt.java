package com.foobar.gateway.proxy;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

import io.micrometer.tracing.Span;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AttributeKey;
import org.jspecify.annotations.Nullable;

import com.foobar.gateway.server.Server;

/** One try of a request on one server: how far it came. */
final class Attempt {

    /** Where the connection that an attempt uses keeps it. */
    static final AttributeKey<Attempt> ON_CHANNEL = AttributeKey.valueOf(Attempt.class, "attempt");

    private final Server server;
    private final boolean repeatable;
    private final Span span;

    private @Nullable Channel channel;
    private long lastSign;
    private int status;
    private boolean sent;
    private boolean answered;
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

    /** Whether the request may be sent again although a server may have received it: idempotent, and without a body. */
    boolean isRepeatable() {
        return repeatable;
    }

    Span span() {
        return span;
    }

    /** Notes the status of the server's answer. */
    void status(int code) {
        status = code;
    }

    /** The status of the server's answer, or 0 where there was none. */
    int status() {
        return status;
    }

    /** Uses this connection from here on. */
    void use(Channel connection) {
        channel = connection;
        connection.attr(ON_CHANNEL).set(this);
    }

    /** Closes its connection, which nobody may use again. */
    @SuppressWarnings({ "FutureReturnValueIgnored", "ReferenceEquality" })
    void closeConnection() {
        Channel used = channel;
        if (used != null && used.attr(ON_CHANNEL).get() == this) {
            used.close();
        }
    }

    /** Leaves its connection, which may be used again. */
    void leave() {
        Channel used = channel;
        if (used != null) {
            used.attr(ON_CHANNEL).compareAndSet(this, null);
        }
    }

    /** The request goes out from here on, so that the server may have received it. */
    void sent(long now) {
        sent = true;
        lastSign = now;
    }

    boolean wasSent() {
        return sent;
    }

    /** The server's answer has begun. */
    void answered() {
        answered = true;
    }

    /** All of the answer has come. */
    void relayed() {
        relayed = true;
    }

    boolean wasRelayed() {
        return relayed;
    }

    boolean wasAnswered() {
        return answered;
    }

    /**
     * Offers the server to switch to a WebSocket; what is given here gets the server's connection and headers if it
     * does.
     */
    void offerSwitch(BiConsumer<Channel, HttpHeaders> accepted) {
        onSwitch = accepted;
    }

    /** The server switches; returns whether that was offered to it. */
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

    /** Something came from the server, or went to it. */
    void sign(long now) {
        lastSign = now;
    }

    /** When something last came from the server, in {@code nanoTime}'s terms. */
    long lastSign() {
        return lastSign;
    }

    /** Sends this body. */
    void carries(RequestBody sent) {
        body = sent;
    }

    /** The body that it sends, or null where there is none yet, or at all. */
    @Nullable
    RequestBody body() {
        return body;
    }

    /** Is counted among these while its body is on the way, where it has one. */
    void upload(@Nullable Uploads counted) {
        upload.set(counted);
    }

    /**
     * All of its body has gone, or nobody waits for the rest; the client's and the server's event loop may both say so.
     */
    void endUpload() {
        Uploads counted = upload.getAndSet(null);
        if (counted != null) {
            counted.end();
        }
    }

    /** The client failed what this attempt was about: it broke off, or asked for what no server has. */
    void failedByClient() {
        failedByClient = true;
    }

    boolean isFailedByClient() {
        return failedByClient;
    }

    /** @param writable whether the server's connection could take more, so that nothing lay there for it */
    void timedOut(boolean writable) {
        timedOut = true;
        couldTakeMore = writable;
    }

    boolean hasTimedOut() {
        return timedOut;
    }

    /** Whether the server took all that there was when the attempt timed out. */
    boolean couldTakeMore() {
        return couldTakeMore;
    }
}

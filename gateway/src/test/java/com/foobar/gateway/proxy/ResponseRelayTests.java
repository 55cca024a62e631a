package com.foobar.gateway.proxy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;

import static org.assertj.core.api.Assertions.assertThat;
import static reactor.core.publisher.Sinks.EmitFailureHandler.FAIL_FAST;

class ResponseRelayTests {

    /** What was read from a server at once: the parts are slices of this buffer, and only its owner may release it. */
    private final ByteBuf read = ByteBufAllocator.DEFAULT.buffer()
            .writeBytes("one two".getBytes(StandardCharsets.US_ASCII));
    private final Sinks.Many<ByteBuf> parts = Sinks.many().unicast().onBackpressureBuffer();

    @AfterEach
    void release() {
        assertThat(read.release()).isTrue();
    }

    @Test
    void smallBodyIsOnePiece() {
        CompletableFuture<ByteBuf> whole = whole(7);
        emitAll();
        assertThat(whole).isCompletedWithValueMatching(
                body -> body.toString(StandardCharsets.US_ASCII).equals("one two"));
        assertThat(read.refCnt()).isOne();
    }

    @Test
    void partsOfABodyThatBreaksOffStayTheirOwners() {
        CompletableFuture<ByteBuf> whole = whole(7);
        emitSome();
        parts.emitError(new IllegalStateException(), FAIL_FAST);
        assertThat(whole).isCompletedExceptionally();
        assertThat(read.refCnt()).isOne();
    }

    @Test
    void partsOfABodyThatNobodyWantsAnyMoreStayTheirOwners() {
        CompletableFuture<ByteBuf> whole = whole(7);
        emitSome();
        whole.cancel(false);
        assertThat(parts.currentSubscriberCount()).isZero();
        assertThat(read.refCnt()).isOne();
    }

    @Test
    void bodyThatEndsTooEarlyIsAFailure() {
        CompletableFuture<ByteBuf> whole = whole(10);
        emitAll();
        assertThat(whole).failsWithin(Duration.ZERO).withThrowableThat().withCauseInstanceOf(IOException.class);
        assertThat(read.refCnt()).isOne();
    }

    /** Releases discarded buffers, as Reactor Netty's {@code send()} does. */
    private CompletableFuture<ByteBuf> whole(int length) {
        return ResponseRelay.whole(parts.asFlux(), length).doOnDiscard(ByteBuf.class, ByteBuf::release).toFuture();
    }

    private void emitAll() {
        emitSome();
        parts.emitNext(read.slice(3, 4), FAIL_FAST);
        parts.emitComplete(FAIL_FAST);
    }

    private void emitSome() {
        parts.emitNext(read.slice(0, 3), FAIL_FAST);
    }
}

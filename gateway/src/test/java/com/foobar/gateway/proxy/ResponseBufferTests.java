package com.foobar.gateway.proxy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.micrometer.tracing.Span;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.foobar.gateway.server.Server;

import static org.assertj.core.api.Assertions.assertThat;

class ResponseBufferTests {

    private final EmbeddedChannel channel = new EmbeddedChannel(new ResponseBuffer());

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void smallAnswerGoesOutWholeAndWithItsLength() {
        attempt(true);
        channel.writeInbound(chunked(), part("one "), part("two"));
        assertThat(channel.inboundMessages()).isEmpty();

        channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);

        HttpResponse head = channel.readInbound();
        assertThat(head.headers().get("Content-Length")).isEqualTo("7");
        assertThat(head.headers().contains("Transfer-Encoding")).isFalse();
        assertThat(contents()).isEqualTo("one two");
    }

    @Test
    void nothingOfAnAnswerThatBreaksOffGoesOut() {
        attempt(true);
        HttpContent part = part("one");
        channel.writeInbound(chunked(), part);

        channel.close();

        assertThat(channel.inboundMessages()).isEmpty();
        assertThat(part.refCnt()).isZero();
    }

    @Test
    void answerOfExactlyTheMostIsHeldAndOneByteMoreIsNot() {
        attempt(true);
        channel.writeInbound(chunked(), part("x".repeat(ResponseBuffer.MOST_BYTES)));
        assertThat(channel.inboundMessages()).isEmpty();

        channel.writeInbound(part("x"));

        HttpResponse head = channel.readInbound();
        assertThat(head.headers().get("Transfer-Encoding")).isEqualTo("chunked");
        assertThat(contents()).hasSize(ResponseBuffer.MOST_BYTES + 1);
        channel.writeInbound(part("later"));
        assertThat(contents()).isEqualTo("later");
    }

    @Test
    void slowAnswerGoesOutAsItComes() {
        attempt(true);
        channel.freezeTime();
        channel.writeInbound(chunked(), part("one"));
        channel.advanceTimeBy(ResponseBuffer.LONGEST_MILLIS - 1, TimeUnit.MILLISECONDS);
        channel.runPendingTasks();
        assertThat(channel.inboundMessages()).isEmpty();

        channel.advanceTimeBy(1, TimeUnit.MILLISECONDS);
        channel.runPendingTasks();

        assertThat((HttpResponse) channel.readInbound()).isNotNull();
        assertThat(contents()).isEqualTo("one");
        channel.writeInbound(part("two"));
        assertThat(contents()).isEqualTo("two");
    }

    @Test
    void whatMayNotBeSentAgainIsNotHeld() {
        attempt(false);
        channel.writeInbound(chunked());
        assertThat(channel.inboundMessages()).hasSize(1);
    }

    @Test
    void eventsAreNotHeld() {
        attempt(true);
        HttpResponse events = chunked();
        events.headers().set("Content-Type", "text/event-stream;charset=UTF-8");
        channel.writeInbound(events);
        assertThat(channel.inboundMessages()).hasSize(1);
    }

    @Test
    void answerToHeadDoesNotGetTheLengthOfNothing() {
        attempt(true);
        channel.writeInbound(chunked(), LastHttpContent.EMPTY_LAST_CONTENT);
        HttpResponse head = channel.readInbound();
        assertThat(head.headers().contains("Content-Length")).isFalse();
    }

    @Test
    void trailersStayBehindTheirChunks() {
        attempt(true);
        DefaultLastHttpContent last = new DefaultLastHttpContent();
        last.trailingHeaders().set("Checksum", "1");
        channel.writeInbound(chunked(), part("one"), last);
        HttpResponse head = channel.readInbound();
        assertThat(head.headers().get("Transfer-Encoding")).isEqualTo("chunked");
    }

    @Test
    void nextAnswerOnTheConnectionStartsAnew() {
        attempt(true);
        for (String body : List.of("one", "three")) {
            channel.writeInbound(chunked(), part(body), LastHttpContent.EMPTY_LAST_CONTENT);
            HttpResponse head = channel.readInbound();
            assertThat(head.headers().getInt("Content-Length")).isEqualTo(body.length());
            assertThat(contents()).isEqualTo(body);
        }
    }

    private void attempt(boolean repeatable) {
        Server nobody = null;
        new Attempt(nobody, repeatable, Span.NOOP, 0).use(channel);
    }

    private static HttpResponse chunked() {
        DefaultHttpResponse answer = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        answer.headers().set("Transfer-Encoding", "chunked");
        return answer;
    }

    private static HttpContent part(String text) {
        ByteBuf bytes = Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
        return new DefaultHttpContent(bytes);
    }

    private String contents() {
        List<String> texts = new ArrayList<>();
        for (HttpContent part = channel.readInbound(); part != null; part = channel.readInbound()) {
            texts.add(part.content().toString(StandardCharsets.US_ASCII));
            part.release();
        }
        return String.join("", texts);
    }
}

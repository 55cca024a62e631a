package com.foobar.gateway.proxy;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import com.foobar.gateway.Backend;
import com.foobar.gateway.RawClient;
import com.foobar.gateway.RunningGateway;
import com.foobar.gateway.server.Server;

import static org.assertj.core.api.Assertions.assertThat;

/** What happens to requests to servers that fail, as long as the health checks have not noticed the failure. */
class NoResponseTests {

    private static final Backend one = new Backend("one");
    private static final Backend two = new Backend("two");
    private static final RunningGateway gateway = RunningGateway.before(List.of(one, two),
            "foobar.gateway.health.interval=1h", "foobar.gateway.ejection.max-share=0",
            "foobar.gateway.upstream.response-timeout=2s", "foobar.gateway.retry.budget=100");

    @BeforeEach
    void reset() {
        one.reset();
        two.reset();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        one.close();
        two.close();
    }

    @Test
    void postThatNoServerTookIsToldToComeBack() throws Exception {
        one.close();
        two.close();
        for (Upstream upstream : gateway.bean(Upstreams.class).all()) {
            upstream.channels().forEach(Channel::close);
            Awaitility.await().until(upstream::isEmpty);
        }
        HttpResponse<String> answer = gateway.post("/", "order");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.body()).contains("No server can respond");
    }

    @Test
    void whatNoServerAnsweredCountsAsAnErrorOfTheSite() throws Exception {
        one.behave(Backend.closing());
        two.behave(Backend.closing());
        long before = unanswered();
        assertThat(gateway.get("/").statusCode()).isEqualTo(502);
        assertThat(unanswered()).isEqualTo(before + 1);
        try (RawClient client = new RawClient(gateway.port())) {
            client.send("GET / HTTP/1.1\r\nHost: example.com\r\n\r\n");
            assertThat(client.readHead()).startsWith("HTTP/1.1 421 ");
        }
        assertThat(unanswered()).isEqualTo(before + 1);
    }

    private static long unanswered() {
        return gateway.bean(MeterRegistry.class).get("foobar.gateway.requests").tag("server", "-")
                .tag("status", "5xx").timer().count();
    }

    @Test
    void nothingIsLeftOfAnAnswerThatBrokeOff() throws Exception {
        Backend.Behaviour breaking = (request, response) -> response.header("Content-Length", "100")
                .header("Content-Encoding", "gzip").header("Set-Cookie", "a=b")
                .send(Flux.concat(Mono.just(Unpooled.copiedBuffer("begin", StandardCharsets.US_ASCII)),
                        Mono.error(new IllegalStateException("broken on purpose"))));
        one.behave(breaking);
        two.behave(breaking);
        HttpResponse<String> answer = gateway.get("/");
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("broke off");
        assertThat(answer.headers().map()).containsKeys("via", "x-request-id").doesNotContainKeys("content-encoding",
                "set-cookie");
    }

    @Test
    void longErrorPageThatNobodyReadsHoldsNoConnection() throws Exception {
        one.behave((request, response) -> response.status(503)
                .sendString(Flux.range(0, 100_000).map(line -> "line " + line + "\n")));
        for (int i = 0; i < 20; i++) {
            assertThat(gateway.get("/").body()).isEqualTo("two");
        }
        assertThat(one.received()).isEqualTo(10);
        Server server = gateway.pool().servers().getFirst();
        Awaitility.await().until(() -> connectionsInUse(server) == 0);
    }

    private static long connectionsInUse(Server server) {
        return StreamSupport.stream(gateway.bean(Upstreams.class).of(server).channels().spliterator(), false)
                .filter(channel -> !channel.config().isAutoRead()).count();
    }

    @Test
    void retriesTakeNoTurnsOfOtherRequests() throws Exception {
        one.behave(Backend.closing());
        for (int i = 0; i < 20; i++) {
            assertThat(gateway.get("/").body()).isEqualTo("two");
        }
        assertThat(one.received()).isEqualTo(10);
    }

    @Test
    void putWithABodyIsNotSentTwice() throws Exception {
        one.behave(Backend.closing());
        two.behave(Backend.closing());
        assertThat(
                gateway.send(gateway.request("/").method("PUT", BodyPublishers.ofString("x")))
                        .statusCode()).isEqualTo(502);
        assertThat(one.received() + two.received()).isOne();
    }

    @Test
    void hintsBeforeAnAnswerAreDroppedAndAnswersStayWithTheirRequests() throws Exception {
        Backend.Behaviour hinting = (request, response) -> {
            response.withConnection(connection -> connection.channel().pipeline().firstContext().writeAndFlush(
                    Unpooled.copiedBuffer("HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n",
                            StandardCharsets.US_ASCII)));
            return Mono.delay(Duration.ofMillis(20))
                    .then(response.sendString(Mono.just(request.uri())).then());
        };
        one.behave(hinting);
        two.behave(hinting);
        for (int i = 0; i < 10; i++) {
            HttpResponse<String> answer = gateway.get("/" + i);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("/" + i);
        }
    }
}

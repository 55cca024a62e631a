package com.foobar.gateway.accesslog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import reactor.netty.http.server.HttpServerRequest;

import com.foobar.gateway.exchange.RequestContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

class JsonAccessLogTests {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicInteger number = new AtomicInteger();
    private final RequestContext request = new RequestContext(mock(HttpServerRequest.class), "id", "/", "host", 0);

    @Test
    void linesAreWrittenWholeAndInTheirOrder() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonAccessLog log = log(out);
        log.start();
        IntStream.range(0, 10_000).forEach(i -> log.write(request));
        log.stop();
        assertThat(out.toString(StandardCharsets.US_ASCII))
                .isEqualTo(IntStream.range(0, 10_000).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining()));
        assertThat(lost()).isZero();
    }

    @Test
    void lineLongerThanABundleIsWrittenToo() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String line = "x".repeat(100_000) + "\n";
        JsonAccessLog log = new JsonAccessLog(out, context -> line.getBytes(StandardCharsets.US_ASCII), registry);
        log.start();
        log.write(request);
        log.write(request);
        log.stop();
        assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo(line + line);
    }

    @Test
    void whatDoesNotFitIsCountedAndLost() {
        JsonAccessLog log = log(OutputStream.nullOutputStream());
        IntStream.range(0, JsonAccessLog.QUEUE + 5).forEach(i -> log.write(request));
        assertThat(lost()).isEqualTo(5);
    }

    @Test
    void outputThatFailsForATimeDoesNotEndTheLog() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        JsonAccessLog log = log(new OutputStream() {

            private boolean full = true;

            @Override
            public void write(int b) throws IOException {
                throw new IOException("written in bundles only");
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                if (full) {
                    full = false;
                    throw new IOException("no space left on device");
                }
                written.write(bytes, from, length);
            }
        });
        log.start();
        log.write(request);
        Awaitility.await().until(() -> lost() == 1);
        log.write(request);
        log.stop();
        assertThat(written.toString(StandardCharsets.US_ASCII)).isEqualTo("line 1\n");
    }

    @Test
    void writerSleepsWithoutTrafficAndTheNextLineWakesIt() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonAccessLog log = log(out);
        log.start();
        log.write(request);
        Awaitility.await().until(() -> out.size() > 0);
        Awaitility.await().until(JsonAccessLogTests::writerSleeps);

        log.write(request);

        Awaitility.await().until(() -> out.toString(StandardCharsets.US_ASCII), "line 0\nline 1\n"::equals);
        log.stop();
    }

    /** Returns whether a writer waits without a time limit; those of other tests have ended. */
    private static boolean writerSleeps() {
        return Thread.getAllStackTraces().keySet().stream().anyMatch(
                thread -> thread.getName().equals("access-log") && thread.getState() == Thread.State.WAITING);
    }

    private JsonAccessLog log(OutputStream out) {
        return new JsonAccessLog(out,
                context -> ("line " + number.getAndIncrement() + "\n").getBytes(StandardCharsets.US_ASCII), registry);
    }

    private double lost() {
        return registry.get("foobar.gateway.access.log.lost").functionCounter().count();
    }
}

package com.foobar.system;

import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLHandshakeException;

import static org.awaitility.Awaitility.await;

/**
 * Constant load by readers: a few clients, each with ten requests per second to one gateway. A client uses the other
 * gateway if it cannot connect, because nothing of the request was sent then. The load ends with {@link #close()}.
 */
final class Load implements AutoCloseable {

    private static final int CLIENTS = 6;

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Suite suite;

    private final Clients clients = new Clients();

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    private final Queue<String> servers = new ConcurrentLinkedQueue<>();

    private final AtomicInteger answers = new AtomicInteger();

    private Load(Suite suite) {
        this.suite = suite;
        for (int number = 0; number < CLIENTS; number++) {
            int gateway = number % 2 + 1;
            Client client = suite.newClient();
            clients.start(PAUSE, request -> read(client, gateway, request));
        }
    }

    static Load on(Suite suite) {
        return new Load(suite);
    }

    /** Waits until that many more responses have come. */
    void awaitMore(int more) {
        int wanted = answers.get() + more;
        await(more + " more answers").atMost(Duration.ofMinutes(5)).until(() -> answers.get() >= wanted);
    }

    /** Returns the failures so far: responses with status 400 and above, and requests without a response. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Returns the servers that have responded since the last call. */
    List<String> serversSinceLastAsked() {
        List<String> seen = new ArrayList<>();
        for (String server = servers.poll(); server != null; server = servers.poll()) {
            seen.add(server);
        }
        return seen;
    }

    @Override
    public void close() {
        clients.close();
    }

    private void read(Client client, int gateway, int request) {
        try {
            record(ask(client, gateway, request));
        } catch (RuntimeException cause) {
            failures.add("gateway-" + gateway + ": " + cause.getMessage());
        }
    }

    private HttpResponse<String> ask(Client client, int gateway, int request) {
        String path = "/?request=" + gateway + "-" + request;
        try {
            return client.get(suite.https(gateway) + path);
        } catch (RuntimeException cause) {
            if (cause.getCause() instanceof ConnectException || cause.getCause() instanceof SSLHandshakeException) {
                return client.get(suite.https(3 - gateway) + path);
            }
            throw cause;
        }
    }

    private void record(HttpResponse<String> answer) {
        answers.incrementAndGet();
        String server = answer.headers().firstValue("X-Served-By").orElse("nobody");
        servers.add(server);
        if (answer.statusCode() >= 400) {
            failures.add(
                    answer.statusCode() + " from " + server + " by " + answer.headers().firstValue("Via").orElse("")
                            + ", request " + answer.headers().firstValue("X-Request-ID").orElse(""));
        }
    }
}

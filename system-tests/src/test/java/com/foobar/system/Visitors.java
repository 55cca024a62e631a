package com.foobar.system;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.awaitility.Awaitility.await;

/**
 * Constant load by new visitors of the site's address: a few at a time, each request on a connection of its own. A
 * visitor whose connection is lost tries once more, as browsers do. The load ends with {@link #close()}.
 */
final class Visitors implements AutoCloseable {

    /** How many visit the site at a time, each with one request. */
    static final int AT_A_TIME = 4;

    private static final Duration PAUSE = Duration.ofMillis(50);

    private static final int LIMIT_MILLIS = 60_000;

    /** A hidden path: the gateway responds to it itself, so that nothing but the way to a gateway is tested. */
    private static final String REQUEST = """
            GET /livez HTTP/1.1\r
            Host: foobar.com\r
            Connection: close\r
            \r
            """;

    private static final Pattern RESPONSE = Pattern.compile("(?is)HTTP/1.1 404 .*\r\nvia: 1.1 (gateway-\\d).*");

    private final Suite suite;

    private final Clients visitors = new Clients();

    private final Queue<String> lost = new ConcurrentLinkedQueue<>();

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    private final Queue<String> gateways = new ConcurrentLinkedQueue<>();

    private final AtomicInteger served = new AtomicInteger();

    private Visitors(Suite suite) {
        this.suite = suite;
        for (int number = 0; number < AT_A_TIME; number++) {
            visitors.start(PAUSE, visit -> visit());
        }
    }

    static Visitors of(Suite suite) {
        return new Visitors(suite);
    }

    /** Waits until that many more visitors have been served. */
    void awaitMore(int more) {
        int wanted = served.get() + more;
        await(more + " more visitors").atMost(Duration.ofMinutes(5)).until(() -> served.get() >= wanted);
    }

    /** Returns why connections were lost so far, each by a visitor who then tried once more. */
    List<String> lost() {
        return List.copyOf(lost);
    }

    /** Returns why visitors were not served although they tried twice. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Returns the gateways that have responded since the last call. */
    Set<String> gatewaysSinceLastAsked() {
        Set<String> seen = new TreeSet<>();
        for (String gateway = gateways.poll(); gateway != null; gateway = gateways.poll()) {
            seen.add(gateway);
        }
        return seen;
    }

    @Override
    public void close() {
        visitors.close();
    }

    private void visit() {
        try {
            request();
        } catch (IOException first) {
            lost.add(first.toString());
            try {
                request();
            } catch (IOException second) {
                failures.add(second.toString());
            }
        }
    }

    private void request() throws IOException {
        String response;
        try (Socket connection = suite.client().sockets().createSocket("foobar.com", suite.httpsPort())) {
            connection.setSoTimeout(LIMIT_MILLIS);
            connection.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            response = new String(connection.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
        Matcher found = RESPONSE.matcher(response);
        if (!found.matches()) {
            throw new IOException("No response of a gateway: '" + response + "'");
        }
        gateways.add(found.group(1));
        served.incrementAndGet();
    }
}

package com.foobar.system;

import java.io.UncheckedIOException;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;

import static org.awaitility.Awaitility.await;

/**
 * Constant load by readers and writers at the site's one address. All of them connect anew and try once more if a
 * connection is lost, if nothing comes, or if the response is 502, 503 or 504. A writer repeats a write with its
 * idempotency key until the write is stored, and then reads it back. The load ends with {@link #close()}.
 */
final class MixedLoad implements AutoCloseable {

    private static final int READERS = 6;
    private static final int WRITERS = 2;
    private static final Duration READ_PAUSE = Duration.ofMillis(200);
    private static final Duration WRITE_PAUSE = Duration.ofMillis(250);

    /** How long clients wait for a response before they connect anew. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration LONGEST_WRITE = Duration.ofMinutes(1);

    private static final List<String> PAGES = List.of("/", "/tags", "/tags/databases", "/infrastructure", "/feed.atom",
            "/api/v1/stories", "/authors/mira", "/robots.txt");

    private final Suite suite;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Clients clients = new Clients();
    private final Queue<String> stored = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Queue<String> stale = new ConcurrentLinkedQueue<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger reconnections = new AtomicInteger();
    private final AtomicInteger errors = new AtomicInteger();
    private final AtomicInteger repeatedWrites = new AtomicInteger();
    private final AtomicLong longestRead = new AtomicLong();
    private final AtomicLong longestWrite = new AtomicLong();

    private MixedLoad(Suite suite) {
        this.suite = suite;
        List<Client> writers = Stream.generate(() -> suite.newClient().signUp(suite.https())).limit(WRITERS).toList();
        for (Client client : writers) {
            String begin = titlesBegin() + client.username() + " ";
            clients.start(WRITE_PAUSE, turn -> write(client, begin + turn));
        }
        for (int number = 0; number < READERS; number++) {
            Version version = number % 2 == 0 ? Version.HTTP_1_1 : Version.HTTP_2;
            Client client = suite.newClient();
            clients.start(READ_PAUSE, turn -> read(client, version, PAGES.get(turn % PAGES.size())));
        }
    }

    static MixedLoad on(Suite suite) {
        return new MixedLoad(suite);
    }

    /**
     * What clients have seen.
     *
     * @param reads the reads that got a page
     * @param stored the writes that a client was told are stored
     * @param reconnections how often a client connected anew because its connection was lost or nothing came
     * @param errors how often it did because the response to its first attempt was 502, 503 or 504
     * @param repeatedWrites how often a write was repeated
     * @param longestRead the longest time that a client waited for a page, in milliseconds
     * @param longestWrite the longest time until a write was stored, in milliseconds
     */
    record Seen(int reads, int stored, int reconnections, int errors, int repeatedWrites, long longestRead,
            long longestWrite) {}

    /** Returns what clients have seen. The counts are totals; the longest times are those since the last call. */
    Seen seen() {
        return new Seen(reads.get(), stored.size(), reconnections.get(), errors.get(), repeatedWrites.get(),
                longestRead.getAndSet(0), longestWrite.getAndSet(0));
    }

    /** Waits until that many more writes are stored. */
    void awaitMore(int more) {
        int wanted = stored.size() + more;
        await(more + " more writes").atMost(Duration.ofMinutes(5)).until(() -> stored.size() >= wanted);
    }

    /** Returns the titles of all stories that a client was told are stored. */
    Collection<String> stored() {
        return List.copyOf(stored);
    }

    /** Returns what begins the title of each story of this load. */
    String titlesBegin() {
        return "Soak " + run + " ";
    }

    /** Returns what failed although the client tried again, and responses that no client expects. */
    Collection<String> failures() {
        return List.copyOf(failures);
    }

    /** Returns the stories that their writers did not find when they read them back. */
    Collection<String> stale() {
        return List.copyOf(stale);
    }

    @Override
    public void close() {
        clients.close();
    }

    private void read(Client client, Version version, String page) {
        String address = suite.https() + page + "?request=" + UUID.randomUUID();
        long begun = System.nanoTime();
        try {
            HttpResponse<String> response = retried(client, it -> it.get(version, address, PATIENCE));
            if (response.statusCode() == 200) {
                reads.incrementAndGet();
            } else {
                failures.add("GET " + page + ": " + describe(response));
            }
        } catch (UncheckedIOException cause) {
            failures.add(cause.getMessage());
        }
        longestRead.accumulateAndGet(millisSince(begun), Math::max);
    }

    private HttpResponse<String> retried(Client client, Function<Client, HttpResponse<String>> request) {
        try {
            HttpResponse<String> response = request.apply(client);
            if (!isUnavailable(response)) {
                return response;
            }
            errors.incrementAndGet();
        } catch (UncheckedIOException lost) {
            reconnections.incrementAndGet();
        }
        client.reconnect();
        return request.apply(client);
    }

    private static boolean isUnavailable(HttpResponse<String> response) {
        return response.statusCode() >= 502 && response.statusCode() <= 504;
    }

    private void write(Client client, String title) {
        try {
            String address = suite.https() + store(client, title);
            stored.add(title);
            HttpResponse<String> page = retried(client, it -> it.get(Version.HTTP_2, address, PATIENCE));
            if (page.statusCode() == 404) {
                stale.add(title + ": " + describe(page));
            } else if (page.statusCode() != 200) {
                failures.add("GET " + address + ": " + describe(page));
            }
        } catch (UncheckedIOException | IllegalStateException cause) {
            failures.add(title + ": " + cause.getMessage());
        }
    }

    /** Returns the path of the story as soon as the client is told that it is stored. */
    private String store(Client client, String title) {
        String json = "{\"title\": \"" + title + "\", \"body\": \"Written under load.\"}";
        String key = "\"" + UUID.randomUUID() + "\"";
        long begun = System.nanoTime();
        String last = "";
        while (millisSince(begun) < LONGEST_WRITE.toMillis()) {
            try {
                HttpResponse<String> response = client.post(suite.https() + "/api/v1/stories", json, PATIENCE,
                        "Idempotency-Key", key);
                if (response.statusCode() == 201) {
                    longestWrite.accumulateAndGet(millisSince(begun), Math::max);
                    return response.headers().firstValue("Location").orElseThrow();
                }
                last = describe(response);
                if (!isUnavailable(response)) {
                    throw new IllegalStateException(last);
                }
            } catch (UncheckedIOException lost) {
                last = String.valueOf(lost.getMessage());
                client.reconnect();
            }
            repeatedWrites.incrementAndGet();
            LockSupport.parkNanos(WRITE_PAUSE.toNanos());
        }
        throw new IllegalStateException("not stored; at last " + last);
    }

    private static long millisSince(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private static String describe(HttpResponse<String> response) {
        return response.statusCode() + " by " + response.headers().firstValue("Via").orElse("nobody") + " from "
                + response.headers().firstValue("X-Served-By").orElse("no server") + ", request "
                + response.headers().firstValue("X-Request-ID").orElse("without id");
    }
}

package com.foobar.system;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SystemTest
class SeriesIT {

    /** Many more than {@code NEW_SERIES}. The nightly run requests more of them. */
    private static final int PATHS = Integer.getInteger("paths.without.series", 2_000);

    private static final int CLIENTS = 8;

    /** Some series appear when something happens for the first time, such as a new status. */
    private static final int NEW_SERIES = 200;

    private static final long PAUSE_NANOS = 500_000_000;

    private static final List<String> FOLDERS = List.of("/", "/stories/", "/tags/", "/assets/", "/api/v1/", "/?q=");

    private final Suite suite;

    private final Prometheus prometheus;

    SeriesIT(Suite suite) {
        this.suite = suite;
        this.prometheus = suite.prometheus();
    }

    @Test
    void thousandsOfPathsMakeNoSeriesOfTheirOwn() throws Exception {
        String answered = "sum(foobar_gateway_requests_seconds_count)";
        String series = "count({job=~\"gateway|nginx|nginx-log|web-app\"})";
        // 1. Create every series that these requests can create.
        request(0, 100);
        await("Prometheus has seen them").atMost(Duration.ofMinutes(1))
                .until(() -> prometheus.number(answered) >= 100);
        double answeredBefore = prometheus.number(answered);
        double seriesBefore = prometheus.number(series);

        // 2. Request paths that no client has requested before.
        request(100, PATHS);

        // 3. Prometheus has counted them and has no series for any of these paths.
        await("Prometheus has seen them").atMost(Duration.ofMinutes(1))
                .until(() -> prometheus.number(answered) >= answeredBefore + PATHS);
        assertThat(prometheus.number(series)).isLessThan(seriesBefore + NEW_SERIES);
    }

    private void request(int first, int paths) throws Exception {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> done = new ArrayList<>();
            for (int number = 0; number < CLIENTS; number++) {
                IntStream share = IntStream.iterate(first + number, path -> path < first + paths,
                        path -> path + CLIENTS);
                Client client = suite.newClient();
                done.add(clients.submit(() -> share.forEach(path -> request(client, path))));
            }
            for (Future<?> share : done) {
                share.get();
            }
        }
    }

    /** Sends the request through the gateways in turn; repeats it after a pause if the gateway refuses it with 429. */
    private void request(Client client, int path) {
        String address = suite.https(path % 2 + 1) + FOLDERS.get(path % FOLDERS.size()) + Long.toHexString(
                0x9E37_79B9_7F4A_7C15L * (path + 1));
        HttpResponse<String> answer = client.get(address);
        while (answer.statusCode() == 429) {
            LockSupport.parkNanos(PAUSE_NANOS);
            answer = client.get(address);
        }
    }
}

package com.foobar.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;

@SystemTest
class BlameIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private static final int TIMES = 20;

    private final Suite suite;

    BlameIT(Suite suite) {
        this.suite = suite;
    }

    @Test
    void clientThatBreaksOffItsUploadsIsTheOnlyOneToBlame() throws IOException {
        Prometheus prometheus = suite.prometheus();
        double ejectionsBefore = prometheus.number("sum(foobar_gateway_ejections_total)");
        String userAgent = "blame-" + UUID.randomUUID();

        // 1. One client breaks off twenty uploads.
        for (int i = 0; i < TIMES; i++) {
            breakOffAnUpload(userAgent);
        }

        // 2. Each one stands in the log as the client's own failure: told to it, or not where it was seen to be gone.
        await("their lines").atMost(LIMIT).untilAsserted(() -> assertThat(suite.log("gateway-1", 500).lines()
                .filter(line -> line.contains(userAgent) && line.matches(".*\"status\":4(00|99),.*"))).as(suite.state())
                        .hasSize(TIMES));

        // 3. No server is left out, and the site goes on.
        await("Prometheus has counted them").atMost(LIMIT).until(
                () -> prometheus.number("sum(foobar_gateway_requests_seconds_count{status=\"client\"})") >= TIMES);
        assertThat(prometheus.number("sum(foobar_gateway_ejections_total)")).isEqualTo(ejectionsBefore);
        for (int i = 0; i < 4; i++) {
            assertThat(suite.client().get(suite.https(1) + "/?request=" + i).statusCode()).isEqualTo(200);
        }
    }

    /** Posts a form, because a server cannot respond to a form before it has read all of it. */
    private void breakOffAnUpload(String userAgent) throws IOException {
        URI gateway = URI.create(suite.https(1));
        SSLSocketFactory sockets = suite.client().sockets();
        try (SSLSocket socket = (SSLSocket) sockets.createSocket(gateway.getHost(), gateway.getPort())) {
            socket.getOutputStream().write(("POST /sign-in HTTP/1.1\r\nHost: " + gateway.getAuthority()
                    + "\r\nUser-Agent: " + userAgent + "\r\nContent-Type: application/x-www-form-urlencoded"
                    + "\r\nContent-Length: 1000\r\n\r\nabc").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
    }
}

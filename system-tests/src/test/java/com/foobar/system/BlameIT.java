package com.foobar.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

        // 1. One client breaks off several uploads.
        for (int i = 0; i < TIMES; i++) {
            breakOffAnUpload(userAgent);
        }

        // 2. The access log has each upload as the client's own failure: status 400 if a response was sent, 499 if the
        // client was known to be gone.
        await("their lines").atMost(LIMIT).untilAsserted(() -> assertThat(suite.log("gateway-1", 500).lines()
                .filter(line -> line.contains(userAgent) && line.matches(".*\"status\":4(00|99),.*"))).as(suite::state)
                        .hasSize(TIMES));

        // 3. No server is ejected, and the site still works.
        await("Prometheus has counted them").atMost(LIMIT).until(
                () -> prometheus.number("sum(foobar_gateway_requests_seconds_count{status=\"client\"})") >= TIMES);
        assertThat(prometheus.number("sum(foobar_gateway_ejections_total)")).isEqualTo(ejectionsBefore);
        for (int i = 0; i < 4; i++) {
            assertThat(suite.client().get(suite.https(1) + "/?request=" + i).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void refusedPreconditionCostsNoOtherRequestItsResponse() {
        String home = suite.client().get(suite.https(1) + "/").body();
        String file = home.replaceFirst("(?s).*href=\"(/assets/[^\"]+[.]css)\".*", "$1");
        for (int i = 0; i < TIMES; i++) {
            for (String path : List.of("/", file)) {
                for (String precondition : List.of("If-Match: \"other\"",
                        "If-Unmodified-Since: Mon, 01 Jan 1990 00:00:00 GMT")) {
                    String[] header = precondition.split(": ", 2);
                    assertThat(ask(path, null, header).statusCode()).isEqualTo(412);
                    assertThat(ask("/api/v1/sessions", "{}", "Content-Type", "application/json").statusCode())
                            .isEqualTo(422);
                }
            }
        }
    }

    private HttpResponse<String> ask(String path, @Nullable String body, String... headers) {
        return suite.client().exchange(HttpClient.Version.HTTP_1_1, suite.https(1) + path, body, headers);
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

package com.foobar.system;

import java.time.Duration;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import com.foobar.compose.Commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One address holds as many connections as it can get; the requests of another address must still succeed. */
@SystemTest
class GreedyClientIT {

    /** More than the gateway's defaults allow one client, of each kind. */
    private static final int UPLOADS = 50;

    private static final int REQUESTS = 60;

    /** Each upload sends its first byte and then nothing. When an upload ends, the next one begins. */
    private static final String HOLD = """
            hold() {
              while true; do
                (printf a; sleep 30) | curl -sk --http1.1 -o /dev/null -w '%%{http_code}\\n' -X POST -H 'Expect:' -T - \
                  --connect-to foobar.com:443:gateway-1:443 https://foobar.com/sign-in
              done
            }
            for i in $(seq %d); do hold & done
            wait
            """.formatted(UPLOADS);

    private final Suite suite;

    GreedyClientIT(Suite suite) {
        this.suite = suite;
    }

    @Test
    void heldUploadsOfOneAddressAreRefusedAndAnotherAddressIsServed() {
        String image = Objects.requireNonNull(suite.container("gateway-1").getImage());
        String edge = suite.container("gateway-1").getLabels().get("com.docker.compose.project") + "_edge";
        String greedy = Commands
                .run("docker", "run", "--detach", "--network", edge, "--entrypoint", "bash", image, "-c",
                        HOLD)
                .strip();
        try {
            await("uploads beyond the limit are refused").atMost(Duration.ofMinutes(5))
                    .until(() -> Commands.run("docker", "logs", greedy).contains("429"));
            for (int request = 0; request < REQUESTS; request++) {
                assertThat(suite.client().get(suite.https(1) + "/?request=" + request).statusCode()).isEqualTo(200);
            }
            assertThat(suite.newClient().signUp(suite.https(1))).isNotNull();
        } finally {
            Commands.run("docker", "rm", "--force", greedy);
        }
    }
}

package com.foobar.system;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SystemTest
class InfrastructureIT {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** Matches a card of the picture that is on the request's path, up to the comma after the card's name. */
    private static final Pattern ON_WAY = Pattern.compile("<g class=\"card [^\"]*on-way[^\"]*\">\\s*<title>([^,<]+),");

    private final Suite suite;

    InfrastructureIT(Suite suite) {
        this.suite = suite;
    }

    @BeforeEach
    void awaitThatAllIsWell() {
        for (int gateway : List.of(1, 2)) {
            await("all is well").atMost(LIMIT).untilAsserted(() -> assertThat(page(gateway).body())
                    .as(suite::state).contains("All is well.", "in step"));
        }
    }

    @AfterEach
    void makeWhole() {
        suite.mend();
        awaitThatAllIsWell();
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2 })
    void everyPartIsShownAndTheWayOfThisRequestIsMarked(int gateway) {
        HttpResponse<String> page = page(gateway);

        assertThat(page.body()).contains("<title>gateway-1, up", "<title>gateway-2, up", "<title>server-1, up",
                "<title>server-2, up", "<title>nginx-1, responds", "<title>nginx-2, responds", "<title>web-app-1, ",
                "<title>web-app-2, ", "<title>" + suite.writableNode() + ", primary",
                "<title>" + suite.readOnlyNode() + ", replica");
        String[] server = page.headers().firstValue("X-Served-By").orElseThrow().split("/", -1);
        assertThat(onWay(page)).startsWith(server[0].replace("nginx", "server"), "gateway-" + gateway, server[0],
                server[1], suite.readOnlyNode());
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void pictureStaysTrueWhilePartsAreBrokenAndWhenTheyAreMended() {
        // 1. Break a replica, a web-app and a gateway.
        String replica = suite.readOnlyNode();
        String primary = suite.writableNode();
        suite.docker("pause", replica);
        suite.docker("kill", "web-app-2");
        suite.docker("kill", "gateway-2");

        // 2. The page says so in words and in the picture, and shows that it was read from the primary.
        await("a page that says so").atMost(LIMIT).untilAsserted(() -> {
            HttpResponse<String> page = page(1);
            assertThat(page.body()).as(suite::state)
                    .contains("gateway-2 has been silent", "server-2 is down: nginx-2 responds, web-app-2 does not.",
                            replica + " does not respond.")
                    .contains("<title>gateway-2, silent for", "<title>server-2, down", "<title>web-app-2, no response",
                            "<title>" + replica + ", no response");
            assertThat(onWay(page)).startsWith("server-1", "gateway-1", "nginx-1", "web-app-1", primary);
        });

        // 3. Mend them; the page shows this too.
        suite.mend();
        awaitThatAllIsWell();
    }

    private HttpResponse<String> page(int gateway) {
        HttpResponse<String> page = suite.client().get(suite.https(gateway) + "/infrastructure");
        assertThat(page.statusCode()).as(suite::state).isEqualTo(200);
        return page;
    }

    /**
     * Returns the names of the cards on the request's path, the server's frame first; each name appears once in each of
     * the picture's two layouts.
     */
    private static List<String> onWay(HttpResponse<String> page) {
        return ON_WAY.matcher(page.body()).results().map(match -> match.group(1)).toList();
    }
}

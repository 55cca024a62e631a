package com.foobar.web.infrastructure.page;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;

import com.foobar.replication.pair.DatabasePair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The settings equal those of the home page's tests, so that both share one application. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = { "foobar.instance=web-app-7",
        "management.server.port=0" })
abstract class InfrastructurePageContract {

    @LocalServerPort
    private int port;

    @Autowired
    private DatabasePair pair;

    private RestClient site;

    @BeforeEach
    void visitSite() throws Exception {
        pair.heal();
        site = RestClient.create("http://localhost:" + port);
    }

    @Test
    void whatAGatewayToldWithItsCheckAndWhatTheNodesSayIsShown() {
        site.get().uri("/readyz")
                .header("X-Gateway-View",
                        "gateway-7 server-7=UP;3;12.4;nginx-7/web-app-7;2 server-8=DOWN;0;0.0;nginx-8/web-app-8;1")
                .retrieve().toBodilessEntity();

        await().untilAsserted(() -> {
            String page = site.get().uri("/infrastructure").header("Via", "1.1 gateway-7, 1.1 nginx-7").retrieve()
                    .body(String.class);
            assertThat(page).contains("server-8 is down: nginx-8 responds, web-app-8 does not.", "in step")
                    .containsPattern("on-way tone-well\">\\s*<title>gateway-7, up")
                    .containsPattern("on-way tone-well\">\\s*<title>nginx-7, responds")
                    .containsPattern("on-way tone-well\">\\s*<title>" + pair.replica().name() + ", replica")
                    .contains("<title>" + pair.primary().name() + ", primary");
        });
    }
}

package com.foobar.web.lists;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

import com.foobar.replication.pair.DatabasePair;
import com.foobar.web.schema.Schema;

import static com.foobar.replication.pair.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = { "foobar.instance=web-app-7",
        "management.server.port=0" })
abstract class HomePageContract {

    @LocalServerPort
    private int port;

    @Autowired
    private DatabasePair pair;

    @Autowired
    private Schema schema;

    @Autowired
    private ResourceUrlProvider staticFiles;

    private RestClient site;

    @BeforeEach
    void visitSite() throws Exception {
        pair.heal();
        await().until(schema::ready);
        site = RestClient.builder().baseUrl("http://localhost:" + port)
                .requestFactory(new JdkClientHttpRequestFactory())
                .defaultStatusHandler(_ -> true, (_, _) -> {}).build();
    }

    @Test
    void theWayOfTheRequestIsShown() {
        ResponseEntity<String> answer = site.get().uri("/").header("Via", "1.1 gateway-1, 1.1 nginx-2").retrieve()
                .toEntity(String.class);

        assertThat(answer.getHeaders().getFirst("X-Served-By")).isEqualTo("web-app-7");
        assertThat(answer.getBody()).contains("<li>gateway-1</li>", "<li>nginx-2</li>", "<li>web-app-7</li>");
    }

    @Test
    void aPageForEverybodyIsSentWithItsLengthSoThatNginxMayKeepIt() {
        ResponseEntity<String> page = home();

        assertThat(page.getHeaders().getFirst("X-Accel-Expires")).isEqualTo("1");
        assertThat(page.getHeaders().getContentLength()).isPositive();
    }

    @Test
    void theReplicaIsReadFrom() {
        await().untilAsserted(() -> assertThat(home().getBody()).contains("<li>" + pair.replica().name() + "</li>"));
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        ResponseEntity<String> answer = site.post().uri("/stories").header("Sec-Fetch-Site", "cross-site")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED).body("title=a&body=b").retrieve()
                .toEntity(String.class);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void theStyleSheetHasAContentHashAndIsKeptForAYear() {
        String page = home().getBody();
        String address = page.replaceAll("(?s).*(/assets/site-[0-9a-f]{32}\\.css).*", "$1");

        ResponseEntity<String> sheet = site.get().uri(address).retrieve().toEntity(String.class);

        assertThat(sheet.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(sheet.getHeaders().getCacheControl()).contains("max-age=31536000");
    }

    /** Each link of each page that such a pattern matches is searched for in each jar. */
    @Test
    void aLinkToAPageIsNotSearchedForAmongTheStaticFiles() {
        assertThat(staticFiles.getHandlerMap().keySet()).contains("/assets/**")
                .allMatch(pattern -> pattern.startsWith("/assets/") || pattern.startsWith("/webjars/"));
    }

    @Test
    void livenessAndReadinessAreOnTheMainPort() {
        assertThat(site.get().uri("/readyz").retrieve().toBodilessEntity().getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(site.get().uri("/livez").retrieve().toBodilessEntity().getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    private ResponseEntity<String> home() {
        return site.get().uri("/").retrieve().toEntity(String.class);
    }
}

package com.foobar.web.infrastructure.page;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import com.foobar.replication.status.UsedNode;
import com.foobar.web.infrastructure.failover.Failover;
import com.foobar.web.infrastructure.picture.Examples;
import com.foobar.web.infrastructure.snapshot.DatabaseNode;
import com.foobar.web.infrastructure.snapshot.DatabaseNode.State;
import com.foobar.web.infrastructure.snapshot.Infrastructure;
import com.foobar.web.infrastructure.snapshot.ServerStatus;
import com.foobar.web.infrastructure.snapshot.Snapshot;
import com.foobar.web.schema.Schema;
import com.foobar.web.security.WithSecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.when;

@WebMvcTest(value = InfrastructureController.class, properties = "foobar.instance=web-app-1")
@WithSecurity
class InfrastructureControllerTests {

    @Autowired
    private MockMvcTester site;

    @MockitoBean
    private Infrastructure infrastructure;

    @MockitoBean
    private DatabaseVisit database;

    @MockitoBean
    private Schema schema;

    @BeforeEach
    void allIsWell() {
        when(infrastructure.snapshot()).thenReturn(Examples.whole());
    }

    @ParameterizedTest
    @ValueSource(strings = { "/infrastructure", "/infrastructure/picture" })
    void pictureIsDrawnForWideScreensAndForPhonesAndToldInTables(String path) {
        MvcTestResult answer = get(path);

        assertThat(answer).hasStatusOk().hasHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        assertThat(answer).bodyText().contains("class=\"drawing wide\"", "class=\"drawing narrow\"", "All is well.",
                "<caption>Gateways</caption>", "<caption>Servers</caption>", "<caption>Database nodes</caption>",
                "role=\"img\"", "3e11fa47:1-2841", Examples.POSITION);
    }

    @Test
    void failoverByAgentsIsToldInTheTableAndInThePicture() {
        when(infrastructure.snapshot()).thenReturn(Examples.withAgents());

        assertThat(get("/infrastructure")).bodyText().contains("<caption>Failover</caption>",
                "failover to mysql-1, 1 Jan 1970, 00:00:00 UTC", "<title>mysql-1, primary, term 7",
                "<title>mysql-2, replica, partner").doesNotContain("Failover is by hand");
    }

    @Test
    void failoverByHandIsSaidToBeSo() {
        assertThat(get("/infrastructure")).bodyText().contains("Failover is by hand")
                .doesNotContain("<caption>Failover</caption>");
    }

    @Test
    void wayOfThisRequestIsMarkedAndTold() {
        assertThat(get("/infrastructure")).bodyText()
                .containsPattern("card-gateway on-way tone-well\">\\s*<title>gateway-1, up")
                .containsPattern("card-gateway tone-well\">\\s*<title>gateway-2, up")
                .containsPattern("card-database on-way tone-well\">\\s*<title>mysql-2, replica")
                .contains("your browser, gateway-1, nginx-1, web-app-1, mysql-2");
    }

    @Test
    void pageUpdatesItselfByThePartThatIsNoPageOfItsOwn() {
        assertThat(get("/infrastructure")).bodyText().contains("hx-get=\"/infrastructure/picture\"", "htmx.min",
                "<html");
        assertThat(get("/infrastructure/picture")).bodyText().doesNotContain("<html", "<main", "hx-get");
    }

    @Test
    void nothingInItIsInline() {
        assertThat(get("/infrastructure")).bodyText().doesNotContain("style=").doesNotContain("onclick")
                .doesNotContainPattern("<script(?![^>]* src=)").doesNotContain("<style").doesNotContain("th:");
    }

    @Test
    void pageIsThereWithoutADatabase() {
        doThrow(new TransientDataAccessResourceException("No database responds.")).when(database).make();
        when(infrastructure.snapshot()).thenReturn(Examples.of(2, 2,
                new DatabaseNode("mysql-1", false, State.DOWN, null, 0, 0)));

        assertThat(site.get().uri("/infrastructure").exchange()).hasStatusOk().bodyText()
                .contains("The site is read-only", "mysql-1 does not respond.");
    }

    @Test
    void namesAreTextAndNotMarkup() {
        when(infrastructure.snapshot()).thenReturn(new Snapshot(Instant.EPOCH, "web-app-1", List.of(),
                List.of(new ServerStatus("<b>", List.of("<i>"), true, List.of())), List.of(), Failover.BY_HAND));

        assertThat(get("/infrastructure")).bodyText().contains("&lt;b&gt;", "&lt;i&gt;").doesNotContain("<b>", "<i>");
    }

    private MvcTestResult get(String path) {
        return site.get().uri(path).header("Via", "1.1 gateway-1, 1.1 nginx-1")
                .with(request -> {
                    UsedNode.expose(request, () -> "mysql-2");
                    return request;
                }).exchange();
    }
}

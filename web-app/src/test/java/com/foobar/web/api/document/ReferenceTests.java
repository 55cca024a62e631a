package com.foobar.web.api.document;

import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import com.foobar.web.problem.ProblemType;
import com.foobar.web.schema.Schema;
import com.foobar.web.security.WithSecurity;

import static org.assertj.core.api.Assertions.assertThat;

@WebMvcTest({ ReferenceController.class, DocumentController.class })
@WithSecurity
class ReferenceTests {

    @Autowired
    private MockMvcTester site;

    @MockitoBean
    private Schema schema;

    @Test
    void thePageShowsEachOperationWithACommandThatDoesIt() {
        AbstractStringAssert<? extends AbstractStringAssert<?>> page = assertThat(site.get().uri("/api")).hasStatusOk()
                .bodyText();
        OpenApiDocument.load().root().path("paths").forEach(path -> path.forEach(operation -> {
            if (operation.has("operationId")) {
                page.contains("id=\"" + operation.path("operationId").asString() + "\"",
                        operation.path("summary").asString());
            }
        }));
        page.contains("""
                curl -X PUT \\
                  -H &quot;Authorization: Bearer $TOKEN&quot; \\
                  -H &#39;If-Match: &quot;3&quot;&#39; \\
                """).contains("\"http://localhost/api/v1/stories/reading-your-own-writes\"");
    }

    @Test
    void theTypeOfAProblemLeadsToItsDescription() {
        AbstractStringAssert<? extends AbstractStringAssert<?>> page = assertThat(site.get().uri("/api")).hasStatusOk()
                .bodyText();
        for (ProblemType type : ProblemType.values()) {
            assertThat(site.get().uri("/problems/" + type.code())).hasStatus(HttpStatus.FOUND)
                    .hasRedirectedUrl("/api#problem-" + type.code());
            page.contains("id=\"problem-" + type.code() + "\"");
        }
        assertThat(site.get().uri("/problems/unheard-of")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aProgramThatHasTheDocumentDoesNotGetItAgain() {
        MvcTestResult first = site.get().uri("/api/v1/openapi.json").exchange();
        assertThat(first).hasStatusOk().hasContentType(MediaType.APPLICATION_JSON);
        String tag = first.getResponse().getHeader(HttpHeaders.ETAG);

        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        assertThat(site.get().uri("/api/v1/openapi.json").header(HttpHeaders.IF_NONE_MATCH, tag))
                .hasStatus(HttpStatus.NOT_MODIFIED).body().isEmpty();
    }
}

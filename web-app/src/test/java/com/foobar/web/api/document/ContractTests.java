package com.foobar.web.api.document;

import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ContractTests {

    private static final String PATH = "/api/v1/me";
    private static final String GOOD = "{\"username\": \"ada\", \"displayName\": \"Ada\"}";

    private final Contract contract = new Contract();

    @Test
    void aResponseAsDocumentedPasses() {
        assertThatCode(() -> contract.check("GET", PATH, 200, headers(), GOOD)).doesNotThrowAnyException();
    }

    @Test
    void anyOtherResponseFails() {
        fails(() -> contract.check("GET", PATH, 201, headers(), GOOD));
        fails(() -> contract.check("PUT", PATH, 200, headers(), GOOD));
        fails(() -> contract.check("GET", "/api/v1/unheard-of", 200, headers(), GOOD));
        fails(() -> contract.check("GET", PATH, 200, headers(), "{\"username\": \"ada\"}"));
        fails(() -> contract.check("GET", PATH, 200, headers(), GOOD.replace("\"Ada\"", "null")));
        fails(() -> contract.check("GET", PATH, 200, headers(), GOOD.replace("}", ", \"password\": \"\"}")));
        fails(() -> contract.check("GET", PATH, 401, headers(), GOOD));
    }

    @Test
    void aResponseOfAnotherTypeOrWithoutItsHeadersFails() {
        HttpHeaders text = headers();
        text.setContentType(MediaType.TEXT_PLAIN);
        HttpHeaders bare = headers();
        bare.remove(HttpHeaders.CACHE_CONTROL);

        fails(() -> contract.check("GET", PATH, 200, text, GOOD));
        fails(() -> contract.check("GET", PATH, 200, bare, GOOD));
    }

    private static void fails(Runnable check) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(check::run);
    }

    private static HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.setCacheControl("no-store");
        return headers;
    }
}

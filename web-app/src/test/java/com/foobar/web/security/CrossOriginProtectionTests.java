package com.foobar.web.security;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class CrossOriginProtectionTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/stories");

    @BeforeEach
    void comeThroughTheGateway() {
        request.setScheme("https");
        request.setServerName("foobar.com");
        request.setServerPort(443);
    }

    @ParameterizedTest
    @ValueSource(strings = { "same-origin", "none" })
    void ownFormsAreAllowed(String site) {
        request.addHeader("Sec-Fetch-Site", site);

        assertThat(CrossOriginProtection.allows(request)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "cross-site", "same-site", "" })
    void formsOfOthersAreRefusedWhateverOriginTheyClaim(String site) {
        request.addHeader("Sec-Fetch-Site", site);
        request.addHeader("Origin", "https://foobar.com");

        assertThat(CrossOriginProtection.allows(request)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://foobar.com", "https://foobar.com:443", "https://FOOBAR.com" })
    void anOldBrowserIsAllowedByItsOrigin(String origin) {
        request.addHeader("Origin", origin);

        assertThat(CrossOriginProtection.allows(request)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "null", "http://foobar.com", "https://foobar.com:8443", "https://foobar.com.example",
            "not a uri", "" })
    void anOldBrowserIsRefusedByAnotherOrigin(String origin) {
        request.addHeader("Origin", origin);

        assertThat(CrossOriginProtection.allows(request)).isFalse();
    }

    @Test
    void whatIsNoBrowserIsAllowed() {
        assertThat(CrossOriginProtection.allows(request)).isTrue();
    }

    @Test
    void readingIsAllowedFromAnywhere() {
        request.setMethod("GET");
        request.addHeader("Sec-Fetch-Site", "cross-site");

        assertThat(CrossOriginProtection.allows(request)).isTrue();
    }
}

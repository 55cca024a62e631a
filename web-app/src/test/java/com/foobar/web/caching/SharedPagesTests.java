package com.foobar.web.caching;

import java.security.Principal;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

import static org.assertj.core.api.Assertions.assertThat;

class SharedPagesTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final ModelAndView page = new ModelAndView("home");

    @ParameterizedTest
    @ValueSource(strings = { "GET", "HEAD" })
    void pageForEverybodyMayBeKeptForASecondByTheWebServerAlone(String method) {
        request.setMethod(method);
        mark();
        assertThat(response.getHeader("X-Accel-Expires")).isEqualTo("1");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("private, no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = { "__Host-session", "__Host-position" })
    void pageOfOneReaderIsNeverKept(String cookie) {
        request.setCookies(new Cookie("other", "1"), new Cookie(cookie, "x"));
        assertNotKept();
    }

    @Test
    void pageOfAnAuthenticatedViewerIsNeverKept() {
        Principal viewer = () -> "ann";
        request.setUserPrincipal(viewer);
        assertNotKept();
    }

    @Test
    void pageThatATokenAskedForIsNeverKept() {
        request.addHeader("Authorization", "Bearer x");
        assertNotKept();
    }

    @Test
    void answerToAFormIsNeverKept() {
        request.setMethod("POST");
        assertNotKept();
    }

    @Test
    void errorsAreNeverKept() {
        page.setStatus(HttpStatus.NOT_FOUND);
        assertNotKept();
        page.setStatus(null);
        response.setStatus(503);
        assertNotKept();
    }

    @Test
    void pageThatSetsACookieIsNeverKept() {
        response.addCookie(new Cookie("any", "1"));
        assertNotKept();
    }

    @Test
    void redirectsAreNeverKept() {
        page.setViewName("redirect:/");
        assertNotKept();
    }

    @Test
    void pageThatSaysHowItMayBeKeptIsLeftAlone() {
        response.setHeader("Cache-Control", "no-store");
        assertNotKept();
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whatIsNoPageIsLeftAlone() {
        new SharedPages().postHandle(request, response, new Object(), null);
        assertThat(response.getHeaderNames()).isEmpty();
    }

    private void assertNotKept() {
        mark();
        assertThat(response.containsHeader("X-Accel-Expires")).isFalse();
    }

    private void mark() {
        new SharedPages().postHandle(request, response, new Object(), page);
    }
}

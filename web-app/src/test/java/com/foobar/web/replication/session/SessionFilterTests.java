package com.foobar.web.replication.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Supplier;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.Cookie;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SessionFilterTests {

    private final PositionTokens tokens = new PositionTokens("a key".getBytes(StandardCharsets.UTF_8));
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private @Nullable String seen;

    @Test
    void thePositionOfACookieIsTheSessions() throws Exception {
        request.setCookies(new Cookie("other", "x"), new Cookie(PositionCarrier.COOKIE, tokens.sign("0-1-5")));
        serve(session -> seen = session.position());

        assertThat(seen).isEqualTo("0-1-5");
    }

    @Test
    void thePositionOfAHeaderIsTheSessions() throws Exception {
        request.addHeader(PositionCarrier.HEADER, tokens.sign("0-1-5"));
        serve(session -> seen = session.position());

        assertThat(seen).isEqualTo("0-1-5");
    }

    @Test
    void aForgedPositionIsNone() throws Exception {
        request.setCookies(new Cookie(PositionCarrier.COOKIE, "0-1-5.forged"));
        serve(session -> seen = session.position());

        assertThat(seen).isNull();
    }

    @Test
    void theLastOfSeveralCommitsGoesToTheUserAndNoOtherCookieIsLost() throws Exception {
        serve(session -> {
            response.addHeader("Set-Cookie", "theme=dark");
            session.committed("0-1-6");
            session.committed("0-1-7");
        });

        assertThat(response.getHeaders("Set-Cookie")).hasSize(2).anyMatch(cookie -> cookie.startsWith("theme=dark"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("__Host-position=" + tokens.sign("0-1-7") + ";")
                        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax"));
        assertThat(response.getHeader(PositionCarrier.HEADER)).isEqualTo(tokens.sign("0-1-7"));
    }

    @Test
    void whoWritesNothingGetsNoCookie() throws Exception {
        serve(session -> {});

        assertThat(response.getHeaderNames()).isEmpty();
    }

    @Test
    void theNodeIsARequestAttribute() throws Exception {
        serve(session -> session.uses("mysql-replica"));

        assertThat(((Supplier<?>) request.getAttribute(SessionFilter.NODE)).get()).isEqualTo("mysql-replica");
    }

    @Test
    void thereIsNoSessionOutsideOfARequest() throws Exception {
        serve(session -> assertThat(Session.current()).isSameAs(session));

        assertThat(Session.current()).isNull();
    }

    private void serve(Consumer<Session> work) throws Exception {
        FilterChain chain = (_, _) -> work.accept(Session.current());
        new SessionFilter(tokens).doFilter(request, response, chain);
    }
}

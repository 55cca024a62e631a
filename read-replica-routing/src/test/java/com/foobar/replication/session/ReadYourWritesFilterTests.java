package com.foobar.replication.session;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import com.foobar.replication.status.ConsistencyToken;
import com.foobar.replication.status.UsedNode;

import static org.assertj.core.api.Assertions.assertThat;

class ReadYourWritesFilterTests {

    private final ConsistencyTokens tokens = new ConsistencyTokens("a key".getBytes(StandardCharsets.UTF_8));
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private @Nullable String seen;

    @Test
    void thePositionOfACookieIsTheSessions() throws Exception {
        request.setCookies(new Cookie("other", "x"), new Cookie(ConsistencyToken.COOKIE, tokens.sign("0-1-5")));
        serve(session -> seen = session.position());

        assertThat(seen).isEqualTo("0-1-5");
    }

    @Test
    void thePositionOfAHeaderIsTheSessions() throws Exception {
        request.addHeader(ConsistencyToken.HEADER, tokens.sign("0-1-5"));
        serve(session -> seen = session.position());

        assertThat(seen).isEqualTo("0-1-5");
    }

    @Test
    void aForgedPositionIsNone() throws Exception {
        request.setCookies(new Cookie(ConsistencyToken.COOKIE, "0-1-5.forged"));
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
        assertThat(response.getHeader(ConsistencyToken.HEADER)).isEqualTo(tokens.sign("0-1-7"));
    }

    @Test
    void whoWritesNothingGetsNoCookie() throws Exception {
        serve(session -> {});

        assertThat(response.getHeaderNames()).isEmpty();
    }

    @Test
    void theNodeIsKnownOfTheRequest() throws Exception {
        serve(session -> session.uses("mysql-2"));

        assertThat(UsedNode.of(request)).isEqualTo("mysql-2");
    }

    @Test
    void thereIsNoSessionOutsideOfARequest() throws Exception {
        serve(session -> assertThat(ReadYourWrites.current()).isSameAs(session));

        assertThat(ReadYourWrites.current()).isNull();
    }

    private void serve(Consumer<ReadYourWrites> work) throws Exception {
        FilterChain chain = (_, _) -> work.accept(ReadYourWrites.current());
        new ReadYourWritesFilter(tokens).doFilter(request, response, chain);
    }
}

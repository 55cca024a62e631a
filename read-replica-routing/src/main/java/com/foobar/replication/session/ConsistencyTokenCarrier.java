package com.foobar.replication.session;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

import com.foobar.replication.status.ConsistencyToken;

/**
 * Carries a user's consistency token: in a cookie for browsers, and in a header for programs, which keep no cookies.
 */
final class ConsistencyTokenCarrier {

    /**
     * Much longer than a replica that is still eligible can be behind, so every such replica has reached the position
     * by then.
     */
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final ConsistencyTokens tokens;

    ConsistencyTokenCarrier(ConsistencyTokens tokens) {
        this.tokens = tokens;
    }

    /** Returns the position of the request's consistency token, or null if the request has no valid token. */
    @Nullable
    String read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        Stream<String> fromCookies = cookies == null ? Stream.<String> empty()
                : Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(ConsistencyToken.COOKIE))
                        .map(Cookie::getValue);
        return Stream.concat(Stream.ofNullable(request.getHeader(ConsistencyToken.HEADER)), fromCookies)
                .map(tokens::read)
                .filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** Sets the position's token in the response, in place of any token that was set before. */
    void write(HttpServletResponse response, String position) {
        String token = tokens.sign(position);
        response.setHeader(ConsistencyToken.HEADER, token);
        List<String> others = response.getHeaders(HttpHeaders.SET_COOKIE).stream()
                .filter(cookie -> !cookie.startsWith(ConsistencyToken.COOKIE + "=")).toList();
        response.setHeader(HttpHeaders.SET_COOKIE,
                ResponseCookie.from(ConsistencyToken.COOKIE, token).path("/").secure(true).httpOnly(true)
                        .sameSite("Lax").maxAge(LIFETIME).build().toString());
        others.forEach(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie));
    }
}

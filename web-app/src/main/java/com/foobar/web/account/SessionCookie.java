package com.foobar.web.account;

import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** How a browser carries a session's token: where neither scripts, other hosts nor other sites' forms reach it. */
public final class SessionCookie {

    public static final String NAME = "__Host-session";

    private SessionCookie() {}

    /** The token that a request brings, whatever it is. */
    public static Optional<String> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map(Cookie::getValue);
    }

    /** Gives a session's token to the browser. */
    public static void write(HttpServletResponse response, String token) {
        add(response, token, Sessions.LIFETIME);
    }

    /** Has the browser forget its session. */
    public static void clear(HttpServletResponse response) {
        add(response, "", Duration.ZERO);
    }

    private static void add(HttpServletResponse response, String value, Duration lifetime) {
        response.addHeader(HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, value).path("/").secure(true).httpOnly(true)
                        .sameSite("Lax").maxAge(lifetime).build().toString());
    }
}

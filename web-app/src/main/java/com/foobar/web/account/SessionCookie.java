package com.foobar.web.account;

import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * The cookie in which a browser keeps a session's token. Scripts cannot read it, other hosts do not receive it, and
 * browsers do not send it with POST requests of other sites.
 */
public final class SessionCookie {

    /** Name of the cookie. */
    public static final String NAME = "__Host-session";

    private SessionCookie() {}

    /** Returns the session token of a request, unchecked; empty if there is none. */
    public static Optional<String> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map(Cookie::getValue);
    }

    /** Sends a session's token to the browser. */
    public static void write(HttpServletResponse response, String token) {
        add(response, token, Sessions.LIFETIME);
    }

    /** Makes the browser forget its session. */
    public static void clear(HttpServletResponse response) {
        add(response, "", Duration.ZERO);
    }

    private static void add(HttpServletResponse response, String value, Duration lifetime) {
        response.addHeader(HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, value).path("/").secure(true).httpOnly(true)
                        .sameSite("Lax").maxAge(lifetime).build().toString());
    }
}

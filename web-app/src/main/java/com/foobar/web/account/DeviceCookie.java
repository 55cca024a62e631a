package com.foobar.web.account;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * How a browser remembers who has signed in with it: one cookie for each account, which is sent to the addresses of
 * sign-in alone. Its prefix is {@code __Secure-} and not {@code __Host-}, which would have it sent with every page, and
 * Nginx takes a reader with a cookie {@code __Host-…} for somebody who must not get a page from the cache.
 */
public final class DeviceCookie {

    static final String PREFIX = "__Secure-device-";

    /** Where passwords are taken from people who have no session. */
    private static final List<String> PATHS = List.of("/sign-in", "/api/v1/sessions");

    /** How many accounts a browser remembers. */
    private static final int MOST = 8;

    /** A few more may be there, since a change of password adds one and sees none. */
    private static final int MOST_READ = 2 * MOST;

    private DeviceCookie() {}

    /** What a request brings, whatever it is. */
    static List<String> read(HttpServletRequest request) {
        return cookies(request).limit(MOST_READ).map(Cookie::getValue).toList();
    }

    /** Has the browser remember that an account has signed in, and forget those that are too many. */
    public static void write(HttpServletRequest request, HttpServletResponse response, KnownDevice device) {
        String name = PREFIX + device.accountId();
        add(response, name, device.token(), DeviceTokens.LIFETIME);
        cookies(request).map(Cookie::getName).filter(other -> !other.equals(name)).skip(MOST - 1)
                .forEach(surplus -> add(response, surplus, "", Duration.ZERO));
    }

    private static Stream<Cookie> cookies(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null ? Stream.empty()
                : Arrays.stream(cookies).filter(cookie -> cookie.getName().startsWith(PREFIX));
    }

    private static void add(HttpServletResponse response, String name, String value, Duration lifetime) {
        PATHS.forEach(path -> response.addHeader(HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value).path(path).secure(true).httpOnly(true).sameSite("Lax")
                        .maxAge(lifetime).build().toString()));
    }
}

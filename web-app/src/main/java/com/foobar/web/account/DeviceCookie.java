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
 * The cookie by which a browser remembers that an account has signed in with it. There is one cookie for each account,
 * and the browser sends it only to the addresses of sign-in. The prefix is {@code __Secure-}, because a cookie
 * {@code __Host-…} would be sent with every page, and Nginx gives no page from the cache to a reader with such a
 * cookie.
 */
public final class DeviceCookie {

    static final String PREFIX = "__Secure-device-";

    /** The addresses where people without a session send passwords. */
    private static final List<String> PATHS = List.of("/sign-in", "/api/v1/sessions");

    /** Maximum number of accounts that a browser remembers. */
    private static final int MOST = 8;

    /**
     * Maximum number of cookies that are read. A browser may have more than {@link #MOST}: a change of password adds a
     * cookie, but does not receive the others and so cannot delete any.
     */
    private static final int MOST_READ = 2 * MOST;

    private DeviceCookie() {}

    /** Returns the values of the device cookies of a request, unchecked. */
    static List<String> read(HttpServletRequest request) {
        return cookies(request).limit(MOST_READ).map(Cookie::getValue).toList();
    }

    /** Makes the browser remember that an account has signed in, and forget the cookies that are too many. */
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

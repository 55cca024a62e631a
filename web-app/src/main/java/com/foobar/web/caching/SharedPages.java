package com.foobar.web.caching;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Marks pages that are the same for all readers, so that Nginx in front of this instance may cache them for one second.
 * Every page gets {@code private, no-cache}: no other shared cache may store it, and a browser must ask again before it
 * reuses the page. A page that sets {@code Cache-Control} itself stays as it is. Responses that are not pages set their
 * own headers.
 */
public final class SharedPages implements HandlerInterceptor {

    /** The header that tells Nginx for how many seconds to cache a response; Nginx removes it from the response. */
    public static final String KEPT_SECONDS = "X-Accel-Expires";

    /** Value of {@link #KEPT_SECONDS} for each shared response: one second. */
    public static final String A_SECOND = "1";

    /**
     * Size of the response buffer, in bytes. A page that fits into it is sent with its length; Nginx caches only pages
     * whose length it knows and that are shorter than 60 kB.
     */
    private static final int KEPT_SIZE = 64 * 1024;

    /**
     * Prefix of the names of the cookies that belong to one reader. The configuration of Nginx looks for the same
     * prefix.
     */
    private static final String PERSONAL = "__Host-";

    /**
     * Marks a page that a handler returned and that is not rendered yet. Spring does not call this method for pages of
     * exception handlers.
     */
    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
            @Nullable ModelAndView page) {
        if (page == null || response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            return;
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        if (isRead(request) && isFine(page, response) && !isPersonal(request)) {
            response.setHeader(KEPT_SECONDS, A_SECOND);
            response.setBufferSize(KEPT_SIZE);
        }
    }

    private static boolean isRead(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    }

    private static boolean isFine(ModelAndView page, HttpServletResponse response) {
        return response.getStatus() == HttpStatus.OK.value()
                && (page.getStatus() == null || page.getStatus().isSameCodeAs(HttpStatus.OK))
                && !response.containsHeader(HttpHeaders.SET_COOKIE)
                && (page.getViewName() == null || !page.getViewName().startsWith("redirect:"));
    }

    private static boolean isPersonal(HttpServletRequest request) {
        if (request.getUserPrincipal() != null || request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            return true;
        }
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().startsWith(PERSONAL)) {
                    return true;
                }
            }
        }
        return false;
    }
}

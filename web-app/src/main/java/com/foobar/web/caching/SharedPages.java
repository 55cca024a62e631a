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
 * Marks pages that are the same for everybody, so that the web server before this instance may answer with one of them
 * for a second, and keeps all others out of every cache. A page that says itself how it may be kept is left alone, and
 * what is no page says so itself.
 */
public final class SharedPages implements HandlerInterceptor {

    /** How long Nginx keeps an answer, in seconds; it does not pass this header on. */
    public static final String KEPT_SECONDS = "X-Accel-Expires";

    /** As long as anything is kept. */
    public static final String A_SECOND = "1";

    /** A page that fits is sent with its length, by which Nginx knows that it is small enough to keep (60 kB). */
    private static final int KEPT_SIZE = 64 * 1024;

    /** What the site's cookies of one reader are called, and the web server looks for too. */
    private static final String PERSONAL = "__Host-";

    /** Only of a page that is about to be rendered: an error's is not. */
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

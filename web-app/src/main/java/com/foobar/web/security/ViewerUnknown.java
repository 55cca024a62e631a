package com.foobar.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Fails requests of which no database can say who makes them. That is found out in a filter, and thrown where a
 * controller would begin, so that it is answered as any other failure of its kind.
 */
@Configuration(proxyBeanMethods = false)
class ViewerUnknown implements WebMvcConfigurer {

    private static final String FAILURE = "foobar.viewer.failure";

    /** Notes why it is unknown. */
    static void mark(HttpServletRequest request, DataAccessException failure) {
        request.setAttribute(FAILURE, failure);
    }

    /** Whether a request will fail for it, whatever its viewer would have been allowed to do. */
    static boolean isMarked(HttpServletRequest request) {
        return request.getAttribute(FAILURE) != null;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {

            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                if (request.getAttribute(FAILURE) instanceof DataAccessException failure) {
                    throw failure;
                }
                return true;
            }
            // After those that pages need, since the answer is one.
        }).order(Ordered.LOWEST_PRECEDENCE);
    }
}

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
 * Lets a request fail if no database node can tell who its viewer is. A filter finds this out; the failure is thrown
 * later, right before the controller is called, so that it is handled like every other database failure.
 */
@Configuration(proxyBeanMethods = false)
class ViewerUnknown implements WebMvcConfigurer {

    private static final String FAILURE = "foobar.viewer.failure";

    /** Stores the reason why the viewer is unknown. */
    static void mark(HttpServletRequest request, DataAccessException failure) {
        request.setAttribute(FAILURE, failure);
    }

    /**
     * Returns whether the request will fail because its viewer is unknown; what the viewer may do does not matter then.
     */
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
            // Last, because the response is a page: the interceptors that pages need must run first.
        }).order(Ordered.LOWEST_PRECEDENCE);
    }
}

package com.foobar.web.security;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import com.foobar.web.FilterOrder;

/**
 * Sets the security headers on each response. Spring Security's {@code headers()} would leave out the refusals of
 * {@link CrossOriginFilter}, of the limit for bodies, and of the firewall: they come before the filters of Spring
 * Security, and the filter that writes its headers does not take part in the dispatch to the error page.
 */
@Component
@Order(FilterOrder.SECURITY_HEADERS)
class SecurityHeadersFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityHeaders.set(response);
        chain.doFilter(request, response);
    }
}

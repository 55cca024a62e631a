package com.foobar.web.instance;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import com.foobar.web.FilterOrder;

/** Adds the name of this instance to each response ({@code X-Served-By}); Nginx puts its own name in front. */
@Component
@EnableConfigurationProperties(InstanceProperties.class)
@Order(FilterOrder.SERVED_BY)
class ServedByFilter extends OncePerRequestFilter {

    private final InstanceProperties instance;

    ServedByFilter(InstanceProperties instance) {
        this.instance = instance;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Served-By", instance.instance());
        chain.doFilter(request, response);
    }
}

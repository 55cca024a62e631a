package com.foobar.web.infrastructure.view;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import com.foobar.gatewayview.GatewayView;
import com.foobar.web.FilterOrder;

/**
 * Reads the gateways' views from their health checks. Only requests at the paths of health checks are read, because
 * nobody outside can reach these paths.
 */
@Component
@Import(GatewayViews.class)
@EnableConfigurationProperties(InfrastructureProperties.class)
@Order(FilterOrder.GATEWAY_VIEW)
class GatewayViewFilter extends OncePerRequestFilter {

    private static final Logger logger = LoggerFactory.getLogger(GatewayViewFilter.class);

    private static final Set<String> CHECKS = Set.of("/readyz", "/livez");

    private final GatewayViews views;
    private volatile String lastReason = "";

    GatewayViewFilter(GatewayViews views) {
        this.views = views;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !CHECKS.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String value = request.getHeader(GatewayView.HEADER);
        if (value != null) {
            hear(value);
        }
        chain.doFilter(request, response);
    }

    private void hear(String value) {
        try {
            views.heard(GatewayView.parse(value), System.nanoTime());
        } catch (IllegalArgumentException e) {
            // A reason is logged once and not for each check: the next check comes within a second.
            if (!lastReason.equals(e.getMessage())) {
                lastReason = String.valueOf(e.getMessage());
                logger.warn("A gateway's view is not understood, and ignored: {} Gateways and web-apps must be of one "
                        + "release.", lastReason);
            }
        }
    }
}

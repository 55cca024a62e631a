package com.foobar.web.observability;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

import com.foobar.replication.status.UsedNode;
import com.foobar.web.FilterOrder;

/**
 * Writes one line to the access log for each request: its route, status and duration, and the database node that it
 * used last. The gateway and Nginx log the other facts under the same request id. Health checks come every second and
 * are not logged.
 */
@Component
@Order(FilterOrder.ACCESS_LOG)
class AccessLogFilter extends OncePerRequestFilter {

    private static final Set<String> CHECKS = Set.of("/readyz", "/livez");
    private static final int MICROS = 6;

    private static final Logger logger = LoggerFactory.getLogger("access");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return CHECKS.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long started = System.nanoTime();
        int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - started);
            String route = route(request);
            logger.atInfo().addKeyValue("method", request.getMethod()).addKeyValue("route", route)
                    .addKeyValue("status", status).addKeyValue("duration", BigDecimal.valueOf(micros, MICROS))
                    .addKeyValue("client", ClientNetwork.of(request.getRemoteAddr()))
                    .addKeyValue("upstream", Objects.requireNonNullElse(UsedNode.of(request), ""))
                    .log("{} {} {}", request.getMethod(), route, status);
        }
    }

    /**
     * Returns the pattern that the address matched, or an empty text. The address itself may reveal who a person is,
     * and so is not logged.
     */
    private static String route(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
                ? pattern
                : "";
    }
}

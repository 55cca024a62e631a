package com.foobar.web.caching;

import java.io.IOException;
import java.io.PrintWriter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import com.foobar.web.FilterOrder;

/**
 * Makes sure that a page that fits into the response's buffer is sent with its length. Thymeleaf flushes each page at
 * its end; a response that is flushed before the end of the request has no Content-Length, and Nginx caches only pages
 * whose length it knows.
 */
@Component
@Order(FilterOrder.WHOLE_PAGE)
class WholePageFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new WholePage(response));
    }

    private static final class WholePage extends HttpServletResponseWrapper {

        WholePage(HttpServletResponse response) {
            super(response);
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            return new PrintWriter(super.getWriter()) {

                @Override
                public void flush() {
                    // The container flushes at the end of the request.
                }
            };
        }
    }
}

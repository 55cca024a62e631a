package com.foobar.web.replication.session;

import java.io.IOException;
import java.util.function.Supplier;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request the session of its user, and each user the position of what the request committed. A transaction must
 * therefore end before the response's first byte is sent, which is so wherever a service commits and a view is rendered after.
 */
public final class SessionFilter extends OncePerRequestFilter {

    /** A request attribute: a {@code Supplier} of the name of the node that the request used last, or of null. */
    public static final String NODE = "foobar.database.node";

    private final PositionCarrier carrier;

    public SessionFilter(PositionTokens tokens) {
        this.carrier = new PositionCarrier(tokens);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = new Session(carrier.read(request), position -> carrier.write(response, position));
        request.setAttribute(NODE, (Supplier<@Nullable String>) session::node);
        try {
            session.<Exception> run(() -> chain.doFilter(request, response));
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}

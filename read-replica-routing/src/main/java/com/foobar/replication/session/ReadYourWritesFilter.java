package com.foobar.replication.session;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

import com.foobar.replication.status.UsedNode;

/**
 * Runs each request in the session of its user, and puts the position of the request's last commit into the response. A
 * transaction must therefore end before the response's first byte is sent. This holds if the service commits before the
 * view is rendered.
 */
public final class ReadYourWritesFilter extends OncePerRequestFilter {

    private final ConsistencyTokenCarrier carrier;

    /** Creates a filter that reads and signs consistency tokens with the given key. */
    public ReadYourWritesFilter(ConsistencyTokens tokens) {
        this.carrier = new ConsistencyTokenCarrier(tokens);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ReadYourWrites session = new ReadYourWrites(carrier.read(request),
                position -> carrier.write(response, position));
        UsedNode.expose(request, session::node);
        try {
            session.<Exception> run(() -> chain.doFilter(request, response));
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}

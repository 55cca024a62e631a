package com.foobar.replication.session;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

import com.foobar.replication.status.UsedNode;

/**
 * Gives each request the session of its user, and each user the position of what the request committed. A transaction
 * must therefore end before the response's first byte is sent, which is so wherever a service commits and a view is
 * rendered after.
 */
public final class ReadYourWritesFilter extends OncePerRequestFilter {

    private final ConsistencyTokenCarrier carrier;

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

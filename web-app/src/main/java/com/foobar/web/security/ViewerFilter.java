package com.foobar.web.security;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

import com.foobar.web.account.Viewer;

/** Finds the viewer of a request, once for each request. */
final class ViewerFilter extends OncePerRequestFilter {

    private final Function<HttpServletRequest, Optional<Viewer>> viewers;
    private final RequestMatcher sameForAll;
    private final AuthenticationEntryPoint refusal;
    /** Keeps the viewer in the request, so that a dispatch to an error page finds the viewer again. */
    private final SecurityContextRepository ofRequest = new RequestAttributeSecurityContextRepository();

    /**
     * Creates the filter.
     *
     * @param viewers returns the viewer of a request; throws {@link BadCredentialsException} or
     *            {@link InsufficientScopeException} to refuse the request, and {@link DataAccessException} if no
     *            database node responds
     * @param sameForAll matches requests whose response does not depend on the viewer
     * @param refusal writes the response to a refused request
     */
    ViewerFilter(Function<HttpServletRequest, Optional<Viewer>> viewers, RequestMatcher sameForAll,
            AuthenticationEntryPoint refusal) {
        this.viewers = viewers;
        this.sameForAll = sameForAll;
        this.refusal = refusal;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return sameForAll.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            viewers.apply(request).ifPresent(viewer -> authenticate(viewer, request, response));
        } catch (BadCredentialsException | InsufficientScopeException e) {
            refusal.commence(request, response, e);
            return;
        } catch (DataAccessException e) {
            ViewerUnknown.mark(request, e);
        }
        chain.doFilter(request, response);
    }

    private void authenticate(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken(viewer, "", List.of()));
        SecurityContextHolder.setContext(context);
        ofRequest.saveContext(context, request, response);
    }
}

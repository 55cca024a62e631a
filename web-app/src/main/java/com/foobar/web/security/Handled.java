package com.foobar.web.security;

import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Requires a signed-in viewer for requests that a controller handles. A request that no controller handles gets 404 or
 * 405 for everybody, signed in or not: signing in would not help.
 */
@Component
final class Handled implements AuthorizationManager<RequestAuthorizationContext> {

    private final AuthorizationManager<RequestAuthorizationContext> authenticated = AuthenticatedAuthorizationManager
            .authenticated();
    private final ObjectProvider<RequestMappingHandlerMapping> controllers;

    Handled(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> controllers) {
        this.controllers = controllers;
    }

    @Override
    public @Nullable AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> viewer,
            RequestAuthorizationContext context) {
        AuthorizationResult result = authenticated.authorize(viewer, context);
        return result != null && !result.isGranted() && !isHandled(context.getRequest())
                ? new AuthorizationDecision(true)
                : result;
    }

    private boolean isHandled(HttpServletRequest request) {
        ServletRequestPathUtils.parseAndCache(request);
        try {
            return controllers.getObject().getHandler(request) != null;
        } catch (HttpRequestMethodNotSupportedException _) {
            return false;
        } catch (Exception _) {
            // A controller exists, but would refuse the request: first find out who sends it.
            return true;
        }
    }
}

package com.foobar.gateway.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Protects the management port: only the user admin may send requests other than GET and HEAD. Such requests from pages
 * of other sites are refused, because a browser may add the password to them without the user's knowledge.
 */
final class ControlFilter implements WebFilter {

    private final @Nullable String password;

    ControlFilter(AdminProperties properties) {
        this.password = properties.password();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (HttpMethod.GET.equals(request.getMethod()) || HttpMethod.HEAD.equals(request.getMethod())) {
            return chain.filter(exchange);
        }
        if (password == null) {
            return refuse(exchange, HttpStatus.FORBIDDEN,
                    "Control is disabled: set foobar.gateway.admin.password to enable it.");
        }
        if (CorsUtils.isCorsRequest(request)) {
            return refuse(exchange, HttpStatus.FORBIDDEN, "Control is not open to other sites.");
        }
        if (!isAdmin(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION), password)) {
            exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"gateway\"");
            return refuse(exchange, HttpStatus.UNAUTHORIZED, "Control needs the user admin and the password.");
        }
        return chain.filter(exchange);
    }

    private static boolean isAdmin(@Nullable String authorization, String password) {
        String expected = "Basic "
                + Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
        // Compares in constant time, so that the time does not tell how many letters of a guess are right.
        return authorization != null && MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
                authorization.getBytes(StandardCharsets.UTF_8));
    }

    private static Mono<Void> refuse(ServerWebExchange exchange, HttpStatus status, String sentence) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.TEXT_PLAIN);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(sentence.getBytes(StandardCharsets.UTF_8))));
    }
}

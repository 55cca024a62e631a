package com.foobar.web.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;

import com.foobar.web.api.document.Contract;

/** A program that uses the API and keeps no cookies. Each response is checked against the OpenAPI document. */
final class ApiClient {

    static final String JSON = "application/json";

    /** Only a request that would otherwise hang forever reaches this timeout. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String POSITION = "X-Database-Position";

    private final HttpClient http;
    private final String site;
    private final Contract contract;
    private final Map<String, String> headers;
    private final AtomicReference<@Nullable String> position;

    ApiClient(HttpClient http, String site, Contract contract) {
        this(http, site, contract, Map.of("Accept", JSON), new AtomicReference<>());
    }

    private ApiClient(HttpClient http, String site, Contract contract, Map<String, String> headers,
            AtomicReference<@Nullable String> position) {
        this.http = http;
        this.site = site;
        this.contract = contract;
        this.headers = headers;
        this.position = position;
    }

    /** A response that matches the document. */
    record Answer(int status, HttpHeaders headers, String text) {

        JsonNode body() {
            return JsonMapper.shared().readTree(text);
        }

        String tag() {
            return Objects.requireNonNull(headers.getETag());
        }

        /** Returns a cookie that the response set, as a client sends it back. */
        String cookie(String name) {
            return headers.getOrEmpty(HttpHeaders.SET_COOKIE).stream().filter(cookie -> cookie.startsWith(name + "="))
                    .map(cookie -> cookie.replaceFirst(";.*", "")).findFirst().orElseThrow();
        }

        String header(String name) {
            return Objects.requireNonNull(headers.getFirst(name), name);
        }
    }

    /**
     * Returns the same client with an additional header. Both clients share the position of the last write, except if
     * the header changes the account: then the new client begins with a copy of the position.
     */
    ApiClient with(String name, String value) {
        LinkedHashMap<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ApiClient(http, site, contract, more,
                name.equals(HttpHeaders.AUTHORIZATION) ? new AtomicReference<>(position.get()) : position);
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** Sends a request. A text is sent unchanged as the body, any other object as JSON. */
    Answer send(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site + path)).timeout(PATIENCE);
        headers.forEach(request::setHeader);
        String written = position.get();
        if (written != null) {
            request.setHeader(POSITION, written);
        }
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            if (!headers.containsKey(HttpHeaders.CONTENT_TYPE)) {
                request.setHeader(HttpHeaders.CONTENT_TYPE, JSON);
            }
            request.method(method, HttpRequest.BodyPublishers
                    .ofString(body instanceof String text ? text : JsonMapper.shared().writeValueAsString(body)));
        }
        return checked(method, path, exchange(request.build()));
    }

    private Answer checked(String method, String path, HttpResponse<String> response) {
        HttpHeaders received = new HttpHeaders();
        response.headers().map().forEach(received::addAll);
        response.headers().firstValue(POSITION).ifPresent(position::set);
        contract.check(method, path, response.statusCode(), received, response.body());
        return new Answer(response.statusCode(), received, response.body());
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

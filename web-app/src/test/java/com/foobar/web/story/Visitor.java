package com.foobar.web.story;

import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/** A user with a browser that keeps cookies and follows no redirect by itself. */
final class Visitor {

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final String address = someAddress();
    private final RestClient browser;
    private final String site;

    Visitor(int port) {
        site = "http://localhost:" + port;
        browser = RestClient.builder().requestFactory(new JdkClientHttpRequestFactory(HttpClient.newHttpClient()))
                .defaultStatusHandler(_ -> true, (_, _) -> {}).build();
    }

    /** Signs up with a new account, which also signs the visitor in. Returns the username. */
    String signUp(String name) {
        String username = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        ResponseEntity<String> answer = post("/sign-up", "username", username, "displayName", name + " <b>", "password",
                "correct horse battery");
        if (answer.getStatusCode() != HttpStatus.SEE_OTHER) {
            throw new IllegalStateException("Not signed up: " + answer);
        }
        return username;
    }

    ResponseEntity<String> get(String path) {
        return keep(browser.get().uri(URI.create(site + path)).header(HttpHeaders.COOKIE, cookies()).retrieve()
                .toEntity(String.class));
    }

    /** Returns the page at an address; throws if the status is not 200. */
    Document page(String path) {
        ResponseEntity<String> answer = get(path);
        if (answer.getStatusCode() != HttpStatus.OK) {
            throw new IllegalStateException("No page: " + answer);
        }
        return Jsoup.parse(Objects.requireNonNull(answer.getBody()));
    }

    /** Sends a form; the fields are given as alternating names and values. */
    ResponseEntity<String> post(String path, String... fields) {
        LinkedMultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i], fields[i + 1]);
        }
        return keep(browser.post().uri(URI.create(site + path)).header(HttpHeaders.COOKIE, cookies())
                .header("X-Forwarded-For", address)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED).body(form).retrieve().toEntity(String.class));
    }

    /** Sends a form, and returns the address that the response redirects to. */
    String submit(String path, String... fields) {
        ResponseEntity<String> answer = post(path, fields);
        if (answer.getStatusCode() != HttpStatus.SEE_OTHER) {
            throw new IllegalStateException("Not redirected: " + answer);
        }
        return answer.getHeaders().getFirst(HttpHeaders.LOCATION);
    }

    /**
     * Returns a random address of the range for benchmarks (RFC 2544). Each visitor has a different one, because the
     * number of some requests from one address is limited.
     */
    private static String someAddress() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "198.%d.%d.%d".formatted(random.nextInt(18, 20), random.nextInt(256), random.nextInt(256));
    }

    private String cookies() {
        return cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors
                .joining("; "));
    }

    private ResponseEntity<String> keep(ResponseEntity<String> answer) {
        answer.getHeaders().getOrEmpty(HttpHeaders.SET_COOKIE).stream().map(HttpCookie::parse).flatMap(
                parsed -> parsed.stream()).forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
        return answer;
    }
}

package com.foobar.system;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

import org.jspecify.annotations.Nullable;

/**
 * An HTTP client like a user's browser: trusts only the suite's certificate authority, keeps cookies, and does not
 * follow redirects by itself.
 */
final class Client {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final SSLContext trust;

    private final CookieManager cookies = new CookieManager();

    private HttpClient http;

    private @Nullable String username;

    Client(String authority) {
        this.trust = trusting(authority);
        this.http = connectAnew();
    }

    /** Forgets all connections, and keeps the cookies. */
    void reconnect() {
        http.shutdownNow();
        http = connectAnew();
    }

    private HttpClient connectAnew() {
        return HttpClient.newBuilder().sslContext(trust).cookieHandler(cookies).connectTimeout(LIMIT).build();
    }

    /** Returns the factory for raw TLS connections, on which a test sends every byte itself. */
    SSLSocketFactory sockets() {
        return trust.getSocketFactory();
    }

    HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).timeout(LIMIT).GET().build());
    }

    /** Sends a GET, and fails if no response has begun within that time. */
    HttpResponse<String> get(HttpClient.Version version, String address, Duration limit) {
        return send(HttpRequest.newBuilder(URI.create(address)).timeout(limit).version(version).GET().build());
    }

    /** Sends JSON as a page of the same site does, and fails if no response has begun within that time. */
    HttpResponse<String> post(String address, String json, Duration limit, String... headers) {
        return send(fromSameSite(URI.create(address)).timeout(limit).headers(headers)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)).build());
    }

    /** The value is arbitrary, but its length counts in the tests of the limits. */
    static final String AGENT = "test";

    /**
     * Sends a single request with the fixed User-Agent and the given headers, which are alternating names and values.
     *
     * @param body the body of a POST, or null for a GET
     */
    HttpResponse<String> exchange(HttpClient.Version version, String address, @Nullable String body,
            String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address)).timeout(LIMIT).version(version)
                .setHeader("User-Agent", AGENT);
        for (int header = 0; header < headers.length; header += 2) {
            request.setHeader(headers[header], headers[header + 1]);
        }
        return send(body == null ? request.GET().build() : request.POST(BodyPublishers.ofString(body)).build());
    }

    static final String PASSWORD = "correct horse battery";

    /** Returns the username with which this client signed up. */
    String username() {
        return Objects.requireNonNull(username, "Nobody has signed up.");
    }

    /**
     * Signs up with a new username.
     *
     * @param site the site's address, as {@link Suite#https} returns it
     */
    Client signUp(String site) {
        username = "tester-" + UUID.randomUUID().toString().substring(0, 8);
        HttpResponse<String> answer = submit(site + "/sign-up",
                Map.of("username", username, "password", PASSWORD));
        if (answer.statusCode() != 303) {
            throw new IllegalStateException(
                    "Signing up was answered with " + answer.statusCode() + ":\n" + answer.body());
        }
        return this;
    }

    /** Publishes a story as the user that this client is signed in as. */
    HttpResponse<String> publish(String site, String title, String body) {
        return submit(site + "/stories", Map.of("title", title, "body", body));
    }

    /** Sends a form with the headers that a browser sends from a page of the same site. */
    HttpResponse<String> submit(String action, Map<String, String> fields) {
        String form = fields.entrySet().stream().map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(fromSameSite(URI.create(action)).timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form))
                .build());
    }

    private static HttpRequest.Builder fromSameSite(URI address) {
        return HttpRequest.newBuilder(address)
                .header("Origin", address.getScheme() + "://" + address.getAuthority())
                .header("Sec-Fetch-Site", "same-origin");
    }

    HttpResponse<String> send(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> response = http.sendAsync(request, BodyHandlers.ofString());
        try {
            // The time limit of the request itself ends with the headers of the response.
            return response.get(request.timeout().orElse(LIMIT).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException cause) {
            response.cancel(true);
            throw failed(request, new HttpTimeoutException("the response is not complete in time"));
        } catch (ExecutionException cause) {
            throw failed(request,
                    cause.getCause() instanceof IOException known ? known : new IOException(cause.getCause()));
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(cause);
        }
    }

    private static UncheckedIOException failed(HttpRequest request, IOException cause) {
        return new UncheckedIOException(request.method() + " " + request.uri() + ": " + cause.getMessage(), cause);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static SSLContext trusting(String authority) {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry("authority", CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(authority.getBytes(StandardCharsets.US_ASCII))));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException cause) {
            throw new IllegalStateException("The authority's certificate could not be read", cause);
        }
    }
}

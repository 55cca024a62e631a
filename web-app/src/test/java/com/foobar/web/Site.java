package com.foobar.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.foobar.replication.pair.DatabasePair;
import com.foobar.replication.pair.PairProperties;
import com.foobar.web.schema.Schema;

import static com.foobar.replication.pair.Patience.await;

/** An instance of the site that runs as in production, and the requests of a visitor to it. */
public final class Site implements AutoCloseable {

    /** Only a request that would otherwise hang forever reaches this timeout. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The password of all users who sign up here. */
    public static final String PASSWORD = "correct horse battery";

    private static final int UNAUTHORIZED = 401;
    private static final String NOBODY = "none=none";

    private static final Map<DatabasePair, List<Site>> RUNNING = new ConcurrentHashMap<>();
    private static final Map<DatabasePair, String> SESSIONS = new ConcurrentHashMap<>();

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final DatabasePair pair;
    private final ConfigurableApplicationContext context;

    private Site(DatabasePair pair, ConfigurableApplicationContext context) {
        this.pair = pair;
        this.context = context;
    }

    /** Returns two instances that use a pair; the first call starts them. */
    public static List<Site> twoOver(DatabasePair pair) {
        return RUNNING.computeIfAbsent(pair, _ -> List.of(start(pair, "web-app-1"), start(pair, "web-app-2")));
    }

    /**
     * Starts an instance of the caller's own.
     *
     * @param further additional properties, each as name=value
     */
    public static Site start(DatabasePair pair, String name, String... further) {
        return start(pair, name, List.of(WebApplication.class), further);
    }

    /** Starts an instance with additional beans of a test. */
    public static Site start(DatabasePair pair, String name, Class<?> beans) {
        return start(pair, name, List.of(WebApplication.class, beans));
    }

    private static Site start(DatabasePair pair, String name, List<Class<?>> sources, String... further) {
        ArrayList<String> properties = new ArrayList<>(PairProperties.of(pair));
        properties.addAll(List.of("foobar.quota.stories-by-account.attempts=1000000",
                "foobar.quota.stories-by-address.attempts=1000000", "foobar.instance=" + name, "server.port=0",
                "management.server.port=0",
                "spring.jmx.enabled=false", "foobar.replication.token-key=a-key-for-tests-that-both-instances-have"));
        properties.addAll(List.of(further));
        return new Site(pair, new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .run(properties.stream().map(property -> "--" + property).toArray(String[]::new)));
    }

    /** Waits until an application can write: it needs a moment to notice that a pair was healed. */
    public static void awaitWritable(Schema schema, JdbcClient database) {
        // Most pairs were not broken, so the first look comes without a delay.
        await().pollDelay(Duration.ZERO).until(schema::ready);
        await().pollDelay(Duration.ZERO).ignoreExceptionsInstanceOf(DataAccessException.class)
                .until(() -> database.sql("delete from throttle where attempts < 0").update() == 0);
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public boolean has(Class<?> type) {
        return !context.getBeansOfType(type).isEmpty();
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Publishes a story as a signed-in user, who is the same at all instances of a pair. */
    public HttpResponse<String> publish(String title, String body) {
        Map<String, String> story = Map.of("title", title, "body", body);
        HttpResponse<String> answer = submit("/stories", SESSIONS.getOrDefault(pair, NOBODY), story);
        if (answer.statusCode() == UNAUTHORIZED) {
            SESSIONS.put(pair, signUp());
            answer = submit("/stories", SESSIONS.get(pair), story);
        }
        return answer;
    }

    /** Signs up with a new username, and returns the cookie of the new session. */
    public String signUp() {
        return signUp("tester-" + UUID.randomUUID().toString().substring(0, 8));
    }

    /** Signs up with that username, and returns the cookie of the new session. */
    public String signUp(String name) {
        HttpResponse<String> answer = submit("/sign-up", NOBODY,
                Map.of("username", name, "password", PASSWORD), "X-Forwarded-For", someAddress());
        String cookie = cookie(answer, "__Host-session");
        if (cookie == null) {
            throw new IllegalStateException(
                    "Signing up was answered with " + answer.statusCode() + ":\n" + answer.body());
        }
        return cookie;
    }

    /**
     * Returns a random address of the range for benchmarks (RFC 2544), because the number of sign-ups from one address
     * is limited.
     */
    private static String someAddress() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "198.18.%d.%d".formatted(random.nextInt(256), random.nextInt(256));
    }

    /** Sends a form with a cookie. */
    public HttpResponse<String> submit(String path, String cookie, Map<String, String> fields, String... headers) {
        String form = fields.entrySet().stream().map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(path, headers);
        return send(request.headers("Content-Type", "application/x-www-form-urlencoded", "Cookie", cookie)
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /**
     * Returns the cookie with the reader's position that a response set, as a browser sends it back; null if there is
     * none.
     */
    public static @Nullable String cookie(HttpResponse<?> response) {
        return cookie(response, "__Host-position");
    }

    private static @Nullable String cookie(HttpResponse<?> response, String name) {
        return response.headers().allValues("Set-Cookie").stream().filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.replaceFirst(";.*", "")).findFirst().orElse(null);
    }

    /** Returns how many transactions nodes of that role have served for this instance. */
    public double transactions(String role) {
        return bean(MeterRegistry.class).find("foobar.replication.transactions").tag("role", role).counters().stream()
                .mapToDouble(counter -> counter.count()).sum();
    }

    /** Returns how often a reader has waited for a replica at this instance. */
    public long waits() {
        return bean(MeterRegistry.class).find("foobar.replication.waits").timers().stream()
                .mapToLong(timer -> timer.count()).sum();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .timeout(PATIENCE);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        context.close();
        client.close();
    }
}

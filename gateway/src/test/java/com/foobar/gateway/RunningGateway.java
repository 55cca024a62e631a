package com.foobar.gateway;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.micrometer.metrics.autoconfigure.ssl.SslMetricsAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import com.foobar.gateway.server.Pool;
import com.foobar.gatewayview.ServerState;

/** The whole gateway on a free port, in front of the backends of a test. */
public final class RunningGateway implements AutoCloseable {

    static {
        // What a test waits for takes a few milliseconds, and asking for it costs next to nothing.
        Awaitility.setDefaultPollInterval(Duration.ofMillis(10));
    }

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConfigurableApplicationContext context;

    private RunningGateway(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts the gateway over plain HTTP, and waits until each backend was checked.
     *
     * @param settings further settings, each as name=value
     */
    public static RunningGateway before(List<Backend> backends, String... settings) {
        List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--server.ssl.enabled=false",
                "--spring.ssl.bundle.pem.site.reload-on-update=false",
                "--spring.autoconfigure.exclude=" + SslMetricsAutoConfiguration.class.getName(),
                "--management.server.port=0", "--foobar.instance=gateway-1", "--foobar.gateway.edge.hosts=localhost",
                "--foobar.gateway.edge.http-port=0", "--foobar.gateway.edge.access-log=false",
                "--foobar.gateway.health.interval=50ms", "--foobar.gateway.health.timeout=300ms",
                "--foobar.gateway.rate-limit.requests-per-second=0", "--foobar.gateway.client.max-connections=0",
                "--foobar.gateway.client.max-in-flight=0", "--foobar.gateway.client.max-uploads=0",
                "--foobar.gateway.shutdown.delay=0s", "--spring.reactor.netty.shutdown-quiet-period=0s"));
        for (int i = 0; i < backends.size(); i++) {
            arguments.add("--foobar.gateway.pool.servers[" + i + "].name=server-" + (i + 1));
            arguments.add("--foobar.gateway.pool.servers[" + i + "].uri=http://127.0.0.1:" + backends.get(i).port());
        }
        for (String setting : settings) {
            // A name that is set twice would become a list.
            String name = "--" + setting.substring(0, setting.indexOf('=') + 1);
            arguments.removeIf(argument -> argument.startsWith(name));
            arguments.add("--" + setting);
        }
        RunningGateway gateway = new RunningGateway(
                SpringApplication.run(GatewayApplication.class, arguments.toArray(String[]::new)));
        Awaitility.await().until(() -> gateway.pool().servers().stream()
                .noneMatch(server -> server.status().state() == ServerState.STARTING));
        return gateway;
    }

    /** Starts the gateway like {@link #before}, but over TLS with the tls.crt and tls.key of the folder. */
    public static RunningGateway overTls(Path folder, List<Backend> backends, String... settings) {
        List<String> all = new ArrayList<>(List.of("server.ssl.enabled=true",
                "spring.ssl.bundle.pem.site.keystore.certificate=file:" + folder.resolve("tls.crt"),
                "spring.ssl.bundle.pem.site.keystore.private-key=file:" + folder.resolve("tls.key")));
        all.addAll(List.of(settings));
        return before(backends, all.toArray(String[]::new));
    }

    public Pool pool() {
        return context.getBean(Pool.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    public int managementPort() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.management.port"));
    }

    public HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    public HttpResponse<String> post(String path, String body) throws Exception {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .timeout(Duration.ofSeconds(20));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    public HttpClient client() {
        return client;
    }

    /** Waits until the server with this number (the first is 1) is in the state. */
    public void await(int server, ServerState state) {
        Awaitility.await().until(() -> pool().servers().get(server - 1).status().state(), state::equals);
    }

    /** Waits until no server has a request in flight. */
    public void awaitIdle() {
        Awaitility.await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> Assertions
                        .assertThat(pool().servers().stream().mapToInt(server -> server.inFlight()).sum()).isZero());
    }

    /** Stops the gateway as SIGTERM does. */
    public void stop() {
        context.close();
    }

    @Override
    public void close() {
        client.shutdownNow();
        context.close();
    }
}

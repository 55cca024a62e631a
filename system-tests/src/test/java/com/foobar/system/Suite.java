package com.foobar.system;

import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.github.dockerjava.api.model.Container;
import org.testcontainers.containers.ComposeContainer;

import static org.awaitility.Awaitility.await;

/**
 * The whole suite, started once for all system tests from the compose file as it is, under a project name and on ports
 * of its own.
 */
final class Suite implements AutoCloseable {

    private static final File COMPOSE_FILE = new File("../docker-compose.yml");

    private static final List<String> NODES = List.of("mysql-primary", "mysql-replica");

    /** With control groups of version 1 the engine gives up where a busy container does not freeze within a moment. */
    private static final Duration FREEZE_LIMIT = Duration.ofMinutes(1);

    private static final Duration START_LIMIT = Duration.ofMinutes(20);

    private final Ports ports = new Ports("GATEWAY_1_HTTP_PORT", "GATEWAY_1_HTTPS_PORT", "GATEWAY_2_HTTP_PORT",
            "GATEWAY_2_HTTPS_PORT", "GRAFANA_PORT", "PROMETHEUS_PORT", "ALERTMANAGER_PORT");

    private final Containers containers;

    /** Some tests write a thousand stories under one name. */
    private static final Map<String, String> MANY_STORIES = Map.of("STORIES_BY_ACCOUNT", "1000000",
            "STORIES_BY_ADDRESS", "1000000");

    private final String authority;

    private final Client client;

    private final Client author;

    private final ComposeContainer compose;

    /**
     * Starts the suite, which takes minutes where its images are not built yet, and waits until all of it is healthy.
     */
    Suite() {
        this.compose = new ComposeContainer("foobar-test-", COMPOSE_FILE)
                .withBuild(true).withPull(false).withEnv(ports.asEnvironment())
                .withEnv(MANY_STORIES).withStartupTimeout(START_LIMIT);
        compose.start();
        this.containers = new Containers(compose.getContainerByServiceName("prometheus").orElseThrow()
                .getContainerInfo().getConfig().getLabels().get("com.docker.compose.project"));
        try {
            awaitHealth();
        } catch (RuntimeException | Error cause) {
            close();
            throw cause;
        }
        this.authority = exec("blackbox-exporter", "cat", "/run/secrets/trust/ca.crt");
        this.client = new Client(authority);
        this.author = new Client(authority).signUp(https(1));
    }

    private void awaitHealth() {
        await("every service is healthy").atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    List<String> unwell = containers.unwell();
                    if (!unwell.isEmpty()) {
                        throw new AssertionError("Not healthy: " + unwell + "\n" + state());
                    }
                });
    }

    @Override
    public void close() {
        compose.stop();
    }

    Client client() {
        return client;
    }

    /** A client that is signed in, and so may write. */
    Client author() {
        return author;
    }

    /** One more client, with cookies and connections of its own. */
    Client newClient() {
        return new Client(authority);
    }

    /** The address of gateway 1 or 2 as a browser would write it. */
    String https(int gateway) {
        return "https://foobar.com:" + ports.get("GATEWAY_" + gateway + "_HTTPS_PORT");
    }

    String http(int gateway) {
        return "http://foobar.com:" + ports.get("GATEWAY_" + gateway + "_HTTP_PORT");
    }

    /** The addresses of Prometheus, Alertmanager and Grafana by name in capitals. */
    String operations(String name) {
        return "http://127.0.0.1:" + ports.get(name + "_PORT");
    }

    Prometheus prometheus() {
        return new Prometheus(client, operations("PROMETHEUS"));
    }

    /** What the command prints in the container of that service. */
    String exec(String service, String... command) {
        return containers.exec(service, command);
    }

    /** Does to the container of that service what the Docker command of that name does, such as kill or restart. */
    void docker(String command, String... optionsAndService) {
        List<String> line = new ArrayList<>(List.of("docker", command));
        line.addAll(List.of(optionsAndService));
        line.add(containers.of(line.removeLast()).getId());
        String[] all = line.toArray(String[]::new);
        if ("pause".equals(command)) {
            await("the engine freezes it").atMost(FREEZE_LIMIT).until(() -> Commands.tryRun(all),
                    result -> !result.output().contains("unable to freeze")).success();
        } else {
            Commands.run(all);
        }
    }

    /** Takes a MySQL node out of its tier: what is sent to it and by it from then on is lost. */
    void cutOff(String node) {
        Commands.run("docker", "network", "disconnect", containers.project() + "_data", containers.of(node).getId());
    }

    /** Puts a MySQL node into its tier again. */
    void connect(String node) {
        Commands.run("docker", "network", "connect", "--alias", node, containers.project() + "_data",
                containers.of(node).getId());
    }

    /** Starts what is stopped, goes on with what is paused, and connects what is cut off. */
    void mend() {
        for (Container container : containers()) {
            String service = service(container);
            if (NODES.contains(service)
                    && Objects.requireNonNull(container.getNetworkSettings()).getNetworks().isEmpty()) {
                connect(service);
            }
            if ("paused".equals(container.getState())) {
                docker("unpause", service);
            } else if (!"running".equals(container.getState()) && !"secrets".equals(service)) {
                docker("start", service);
            }
        }
        await("every service is healthy").atMost(Duration.ofMinutes(3)).until(this::isHealthy);
    }

    /** The MySQL node that takes writes now. */
    String writableNode() {
        return nodeThatIsReadOnly("0");
    }

    /** The MySQL node that takes none. */
    String readOnlyNode() {
        return nodeThatIsReadOnly("1");
    }

    private String nodeThatIsReadOnly(String state) {
        return await("a node answers with super_read_only = " + state).atMost(Duration.ofMinutes(2))
                .until(() -> NODES.stream().filter(node -> state.equals(superReadOnly(node))).toList(),
                        nodes -> nodes.size() == 1)
                .getFirst();
    }

    private String superReadOnly(String node) {
        try {
            return query(node, "SELECT @@super_read_only AS state").getFirst().getOrDefault("state", "");
        } catch (IllegalStateException unreachable) {
            return "";
        }
    }

    /** Waits until the replica has all that the primary committed, and makes each node what it was at the start. */
    void restoreRoles() {
        query(readOnlyNode(), "START REPLICA");
        if (!NODES.getFirst().equals(writableNode())) {
            mysql("promote");
            mysql("rejoin");
        }
    }

    /** Runs a command of the folder mysql/ on this suite, and tells what it printed. */
    String mysql(String command) {
        return Commands.run("env", "COMPOSE_PROJECT_NAME=" + containers.project(), "../mysql/" + command);
    }

    boolean isHealthy() {
        return containers.unwell().isEmpty();
    }

    /** The rows of a query at a MySQL node, columns by name, as its administrator. */
    List<Map<String, String>> query(String node, String sql) {
        return containers.query(node, sql);
    }

    Container container(String service) {
        return containers.of(service);
    }

    List<Container> containers() {
        return containers.all();
    }

    static String service(Container container) {
        return Containers.service(container);
    }

    /** The last lines that the container of that service wrote, on both streams. */
    String log(String service, int lines) {
        return containers.log(service, lines);
    }

    String project() {
        return containers.project();
    }

    /** Each service and what its container is doing, for the message of a test that fails. */
    String state() {
        return containers.state();
    }
}

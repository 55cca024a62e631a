package com.foobar.system;

import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.github.dockerjava.api.model.Container;
import org.testcontainers.containers.ComposeContainer;

import com.foobar.compose.Commands;
import com.foobar.compose.Containers;
import com.foobar.compose.FaultInjection;

import static org.awaitility.Awaitility.await;

/**
 * The whole suite, started once for all system tests from the unchanged compose files, with its own project name and
 * ports. Each gateway is published alone too, so that a test can choose one.
 */
final class Suite implements AutoCloseable {

    private static final List<File> COMPOSE_FILES = List.of(new File("../docker-compose.yml"),
            new File("../docker-compose.management.yml"));

    private static final List<String> NODES = List.of("mysql-1", "mysql-2");

    private static final Duration START_LIMIT = Duration.ofMinutes(20);

    private final Ports ports = new Ports("HTTP_PORT", "HTTPS_PORT", "GATEWAY_1_HTTPS_PORT", "GATEWAY_2_HTTPS_PORT",
            "GATEWAY_1_MANAGEMENT_PORT", "GATEWAY_2_MANAGEMENT_PORT", "GRAFANA_PORT", "PROMETHEUS_PORT",
            "ALERTMANAGER_PORT");

    private final Containers containers;

    private final FaultInjection faults;

    /** Some tests write a thousand stories as one user, so the quotas are raised. */
    private static final Map<String, String> MANY_STORIES = Map.of("STORIES_BY_ACCOUNT", "1000000",
            "STORIES_BY_ADDRESS", "1000000");

    private final String authority;

    private final Client client;

    private final Client author;

    private final ComposeContainer compose;

    /**
     * Starts the suite and waits until every service is healthy. This takes minutes if the images are not built yet.
     */
    Suite() {
        this.compose = new ComposeContainer("foobar-test-", COMPOSE_FILES)
                .withBuild(true).withPull(false).withEnv(ports.asEnvironment())
                .withEnv(MANY_STORIES).withStartupTimeout(START_LIMIT);
        compose.start();
        this.containers = new Containers(compose.getContainerByServiceName("prometheus").orElseThrow()
                .getContainerInfo().getConfig().getLabels().get("com.docker.compose.project"));
        this.faults = new FaultInjection(containers);
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
        faults.close();
    }

    Client client() {
        return client;
    }

    /** Returns a client that is signed in and so may write. */
    Client author() {
        return author;
    }

    /** Returns a new client with its own cookies and connections. */
    Client newClient() {
        return new Client(authority);
    }

    /** Returns the address of the site, where either gateway responds. */
    String https() {
        return "https://foobar.com:" + httpsPort();
    }

    int httpsPort() {
        return ports.get("HTTPS_PORT");
    }

    String http() {
        return "http://foobar.com:" + ports.get("HTTP_PORT");
    }

    /** Returns the address at which gateway 1 or 2 is reached alone. */
    String https(int gateway) {
        return "https://foobar.com:" + ports.get("GATEWAY_" + gateway + "_HTTPS_PORT");
    }

    /** Returns the address of Prometheus, Alertmanager or Grafana; the name is in capitals. */
    String operations(String name) {
        return "http://127.0.0.1:" + ports.get(name + "_PORT");
    }

    Prometheus prometheus() {
        return new Prometheus(client, operations("PROMETHEUS"));
    }

    /** Returns the output of a command in the container of that service; throws if the command fails. */
    String exec(String service, String... command) {
        return containers.exec(service, command);
    }

    /** Runs a Docker command such as kill or restart on the container of that service. */
    void docker(String command, String... optionsAndService) {
        containers.docker(command, optionsAndService);
    }

    /** Returns what breaks containers of this suite. */
    FaultInjection faults() {
        return faults;
    }

    /** Starts stopped containers, resumes paused containers, ends cuts, and waits until all services are healthy. */
    void mend() {
        for (Container container : containers()) {
            String service = service(container);
            if ("paused".equals(container.getState())) {
                docker("unpause", service);
            } else if (!"running".equals(container.getState()) && !"secrets".equals(service)) {
                docker("start", service);
            }
            faults.heal(service);
        }
        await("every service is healthy").atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofSeconds(1))
                .until(this::isHealthy);
    }

    /** Returns the MySQL node that accepts writes now. */
    String writableNode() {
        return nodeThatIsReadOnly("0");
    }

    /** Returns the MySQL node that is read-only now. */
    String readOnlyNode() {
        return nodeThatIsReadOnly("1");
    }

    private String nodeThatIsReadOnly(String state) {
        return await("a node answers with super_read_only = " + state).atMost(Duration.ofMinutes(5))
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

    /** Starts the applier on the replica, and waits until the replica may succeed the primary. */
    void awaitPartner() {
        await("the read-only node is a replica").atMost(Duration.ofMinutes(5))
                .until(() -> !query(readOnlyNode(), "SHOW REPLICA STATUS").isEmpty());
        query(readOnlyNode(), "START REPLICA");
        await("the primary has a partner").atMost(Duration.ofMinutes(5)).until(this::hasPartner);
    }

    /** Returns whether the primary has a partner, which may succeed it. */
    boolean hasPartner() {
        String primary = writableNode();
        return containers.agentState(primary).contains("\"partner\":\"" + readOnlyNode() + "\"");
    }

    /** Returns the gateways that share the site's address now. */
    List<String> gatewaysAtTheAddress() {
        String names = Commands
                .tryRun("docker", "exec", container("gateway-address").getId(), "address", "gateways").output();
        return List.of(names.strip().split(" "));
    }

    /** Runs a command of the folder mysql/ on this suite, and returns its output. */
    String mysql(String command) {
        return Commands.run("env", "COMPOSE_PROJECT_NAME=" + containers.project(), "../mysql/" + command);
    }

    boolean isHealthy() {
        return containers.unwell().isEmpty();
    }

    /** Runs a query on a MySQL node as administrator, and returns its rows with the values by column name. */
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

    /** Returns the last lines of the log of that service's container, from both streams. */
    String log(String service, int lines) {
        return containers.log(service, lines);
    }

    String project() {
        return containers.project();
    }

    /** Returns the state of each service's container, for the message of a failing test. */
    String state() {
        return containers.state();
    }
}

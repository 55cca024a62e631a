package com.foobar.compose;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import org.awaitility.Awaitility;
import org.testcontainers.DockerClientFactory;

/** The containers of one compose project: their states, their logs, and commands that run in them. */
public final class Containers {

    static {
        // The services that a test waits for share the processor with the questions of the test, and most questions are
        // processes.
        Awaitility.setDefaultPollInterval(Duration.ofSeconds(1));
    }

    private final DockerClient docker = DockerClientFactory.lazyClient();

    private final Map<String, SqlClient> sqlClients = new ConcurrentHashMap<>();

    private final String project;

    public Containers(String project) {
        this.project = project;
    }

    public String project() {
        return project;
    }

    /** Returns the output of a command in the container of that service; throws if the command fails. */
    public String exec(String service, String... command) {
        List<String> line = new ArrayList<>(List.of("docker", "exec", of(service).getId()));
        line.addAll(List.of(command));
        return Commands.run(line.toArray(String[]::new));
    }

    /** Runs a Docker command such as kill or restart on the container of that service; throws if the command fails. */
    public void docker(String command, String... optionsAndService) {
        List<String> line = new ArrayList<>(List.of("docker", command));
        line.addAll(List.of(optionsAndService));
        line.add(of(line.removeLast()).getId());
        Commands.run(line.toArray(String[]::new));
    }

    /**
     * Runs statements on a MySQL node as administrator, and returns their rows with the values by column name; throws
     * {@link IllegalStateException} if a statement fails or the node does not run.
     */
    public List<Map<String, String>> query(String node, String sql) {
        Container container = of(node);
        if (!"running".equals(container.getState())) {
            throw new IllegalStateException(node + " is " + container.getState());
        }
        SqlClient known = sqlClients.get(node);
        if (known != null && known.isConnectedTo(container.getId())) {
            try {
                return known.query(sql);
            } catch (SqlClient.NotConnectedException restarted) {
                // The server has started anew since the last query.
            }
        }
        SqlClient client = SqlClient.in(container.getId());
        sqlClients.put(node, client);
        return client.query(sql);
    }

    /**
     * Returns what the failover agent of a MySQL node says of the pair on its management port: an HTTP response with
     * JSON.
     */
    public String agentState(String node) {
        return exec(node, "bash", "-c",
                "exec 3<>/dev/tcp/localhost/9105; printf 'GET /state HTTP/1.0\\r\\n\\r\\n' >&3; cat <&3");
    }

    public Container of(String service) {
        return all().stream().filter(candidate -> service.equals(service(candidate))).findFirst()
                .orElseThrow(() -> new IllegalStateException("No container of " + service + "\n" + state()));
    }

    /** Returns the containers of the services, without containers that were started by hand for a single command. */
    public List<Container> all() {
        return docker.listContainersCmd().withShowAll(true)
                .withLabelFilter(
                        Map.of("com.docker.compose.project", project, "com.docker.compose.oneoff", "False"))
                .exec().stream().sorted(Comparator.comparing(Containers::service)).toList();
    }

    public static String service(Container container) {
        return Objects.requireNonNull(container.getLabels().get("com.docker.compose.service"));
    }

    /** Returns the state of each service's container, for the message of a failing test. */
    public String state() {
        Map<String, String> states = new TreeMap<>();
        for (Container container : all()) {
            states.put(service(container), container.getStatus());
        }
        StringBuilder text = new StringBuilder();
        states.forEach((service, status) -> text.append(service).append(": ").append(status).append('\n'));
        for (String service : unwell()) {
            text.append("--- the last lines of ").append(service).append('\n').append(log(service, 40));
        }
        return text.toString();
    }

    /** Returns the last lines of the log of that service's container. */
    public String log(String service, int lines) {
        return Commands.tryRun("docker", "logs", "--tail", String.valueOf(lines), of(service).getId()).output();
    }

    /**
     * Returns the services that are not well: a service with a health check must be healthy, any other must have ended
     * successfully.
     */
    public List<String> unwell() {
        return all().stream().filter(container -> !isWell(container)).map(Containers::service).toList();
    }

    private boolean isWell(Container container) {
        String status = container.getStatus();
        // The list tells the health of a running container. Only if a container has ended, Docker is asked whether it
        // has a health check, because a question for each container would keep Docker busy.
        return status.endsWith("(healthy)") || (status.startsWith("Exited (0)")
                && docker.inspectContainerCmd(container.getId()).exec().getState().getHealth() == null);
    }
}

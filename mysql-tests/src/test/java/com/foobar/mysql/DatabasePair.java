package com.foobar.mysql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

import com.foobar.compose.Commands;
import com.foobar.compose.Containers;
import com.foobar.compose.FaultInjection;

import static org.awaitility.Awaitility.await;

/**
 * The two MySQL nodes of the compose file without the rest of the suite, under their own project name. The pair is
 * repaired before each test, and removed with its data after the last test. A failing test reports the state of the
 * nodes.
 */
final class DatabasePair implements BeforeEachCallback, AfterAllCallback, TestExecutionExceptionHandler {

    static final List<String> NODES = List.of("mysql-1", "mysql-2");
    static final List<String> ETCD = List.of("etcd-1", "etcd-2", "etcd-3");

    /** Whether the images are built: the pairs of all tests use the same ones. */
    private static boolean built;

    private final String project;

    private final Containers containers;

    private final FaultInjection faults;

    DatabasePair(String name) {
        this.project = "foobar-test-" + name + "-" + ProcessHandle.current().pid();
        this.containers = new Containers(project);
        this.faults = new FaultInjection(containers);
    }

    String project() {
        return project;
    }

    /** Returns the image of the nodes. */
    String image() {
        return containers.of("mysql-1").getImage();
    }

    /** Runs {@code docker compose} on this pair, and returns its output; throws if it fails. */
    String compose(String... arguments) {
        List<String> line = forThisProject("docker", "compose", "--progress", "quiet", "--file",
                "../docker-compose.yml");
        line.addAll(List.of(arguments));
        return Commands.run(line.toArray(String[]::new));
    }

    /** Runs a Docker command such as kill or start on the container of a node or of a member of etcd. */
    void docker(String command, String service) {
        containers.docker(command, service);
    }

    /** Runs a command of the {@code mysql} folder on this pair; the command may fail. */
    Commands.Result mysql(String command, String... arguments) {
        List<String> line = forThisProject("../mysql/" + command);
        line.addAll(List.of(arguments));
        return Commands.tryRun(line.toArray(String[]::new));
    }

    void start(String... nodes) {
        build();
        List<String> arguments = new ArrayList<>(List.of("up", "--detach", "--wait"));
        arguments.addAll(List.of(nodes));
        compose(arguments.toArray(String[]::new));
    }

    private void build() {
        if (!built) {
            compose("build", "secrets", "etcd-1", "mysql-1", "mysql-tools");
            built = true;
        }
    }

    /** Removes the node's container and its data. */
    void lose(String node) {
        compose("rm", "--stop", "--force", node);
        loseVolume(node);
    }

    void loseVolume(String service) {
        Commands.run("docker", "volume", "rm", project + "_" + service + "-data");
    }

    /** Sends a signal to the first process of a node's container. */
    void signal(String node, String signal) {
        containers.docker("kill", "--signal", signal, node);
    }

    /** Returns what breaks the nodes of this pair. */
    FaultInjection faults() {
        return faults;
    }

    /** Returns what the agent of a node publishes on its management port, as JSON. */
    String agentState(String node) {
        return containers.agentState(node);
    }

    /** Waits until a node may succeed the primary. */
    void awaitPartner() {
        await("the primary has a partner").atMost(Duration.ofMinutes(5))
                .ignoreExceptionsInstanceOf(IllegalStateException.class).until(() -> {
                    List<String> writable = writable();
                    return writable.size() == 1 && agentState(writable.getFirst())
                            .contains("\"partner\":\"" + other(writable.getFirst()) + "\"");
                });
    }

    String exec(String node, String script) {
        return containers.exec(node, "bash", "-c", script);
    }

    Commands.Result tryExec(String node, String script) {
        return Commands.tryRun("docker", "exec", containers.of(node).getId(), "bash", "-c", script);
    }

    /** Runs a query on a node as administrator, and returns its rows with the values by column name. */
    List<Map<String, String>> query(String node, String sql) {
        return containers.query(node, sql);
    }

    /** Returns the value of an expression on a node. */
    String value(String node, String expression) {
        return query(node, "SELECT REPLACE(" + expression + ", '\\n', '') AS value").getFirst().get("value");
    }

    String log(String node) {
        return containers.log(node, 200);
    }

    /** Returns the nodes that accept writes now. */
    List<String> writable() {
        return NODES.stream().filter(node -> "0".equals(valueOrNothing(node, "@@super_read_only"))).toList();
    }

    /** Waits until exactly one node is writable, and returns this node. */
    String primary() {
        return await("one node is writable").atMost(Duration.ofMinutes(5)).until(this::writable,
                nodes -> nodes.size() == 1).getFirst();
    }

    String replica() {
        return other(primary());
    }

    /** Returns the term of the primary; each change of the primary begins the next one. */
    int term() {
        return Integer.parseInt(value(primary(), "(SELECT MAX(term) FROM failover.terms)"));
    }

    static String other(String node) {
        return NODES.get(1 - NODES.indexOf(node));
    }

    /** Waits until both nodes have the same transactions and the replica reports that it follows the primary. */
    void awaitReplication() {
        // A node that is still starting refuses queries.
        await("the replica has what the primary has").atMost(Duration.ofMinutes(5))
                .ignoreExceptionsInstanceOf(IllegalStateException.class).until(() -> {
                    List<String> writable = writable();
                    return writable.size() == 1 && follows(other(writable.getFirst()))
                            && errant(other(writable.getFirst()),
                                    writable.getFirst()).isEmpty()
                            && errant(writable.getFirst(), other(writable.getFirst())).isEmpty();
                });
    }

    /** Returns the transactions that the first node has and the second node lacks, as a GTID set. */
    String errant(String node, String other) {
        String difference = value(other,
                "GTID_SUBTRACT('" + value(node, "@@gtid_executed") + "', @@gtid_executed)");
        return "NULL".equals(difference) ? "" : difference;
    }

    boolean follows(String node) {
        return query(node, "SHOW REPLICA STATUS").stream().anyMatch(status -> other(node)
                .equals(status.get("Source_Host")) && "Yes".equals(status.get("Replica_IO_Running"))
                && "Yes".equals(status.get("Replica_SQL_Running")));
    }

    void removeAll() {
        // A killed pair needs no time to give its roles away.
        compose("--profile", "operations", "kill");
        compose("--profile", "operations", "down", "--volumes");
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!isWhole()) {
            removeAll();
            start("mysql-1", "mysql-2");
        }
        awaitReplication();
        awaitPartner();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        removeAll();
        faults.close();
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        failure.addSuppressed(new IllegalStateException("The state:\n" + state()));
        throw failure;
    }

    private boolean isWhole() {
        List<String> writable = writable();
        return writable.size() == 1 && "1".equals(valueOrNothing(other(writable.getFirst()), "@@super_read_only"))
                && follows(other(writable.getFirst()));
    }

    private String state() {
        StringBuilder text = new StringBuilder(containers.state());
        for (String node : NODES) {
            text.append(node).append(" is read-only: ").append(valueOrNothing(node, "@@super_read_only"))
                    .append(", has executed ").append(valueOrNothing(node, "@@gtid_executed")).append('\n');
            log(node).lines().filter(line -> line.contains("failover-agent")).forEach(line -> text.append(line)
                    .append('\n'));
        }
        return text.toString();
    }

    private String valueOrNothing(String node, String expression) {
        try {
            return value(node, expression);
        } catch (IllegalStateException notReachable) {
            return "";
        }
    }

    private List<String> forThisProject(String... command) {
        List<String> line = new ArrayList<>(List.of("env", "COMPOSE_PROJECT_NAME=" + project));
        line.addAll(List.of(command));
        return line;
    }
}

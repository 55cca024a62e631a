package com.foobar.system;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.ContainerPort;
import org.junit.jupiter.api.Test;

import com.foobar.compose.Commands;

import static org.assertj.core.api.Assertions.assertThat;

@SystemTest
class TiersIT {

    /** The networks of each service by the design, independently of the compose file. */
    private static final Map<String, Set<String>> TIERS = Map.ofEntries(
            Map.entry("gateway-address", Set.of("edge")), Map.entry("gateway-1", Set.of("edge", "web")),
            Map.entry("gateway-2", Set.of("edge", "web")),
            Map.entry("nginx-1", Set.of("web", "app")), Map.entry("nginx-2", Set.of("web", "app")),
            Map.entry("web-app-1", Set.of("app", "data")), Map.entry("web-app-2", Set.of("app", "data")),
            Map.entry("etcd-1", Set.of("data")), Map.entry("etcd-2", Set.of("data")),
            Map.entry("etcd-3", Set.of("data")), Map.entry("mysql-1", Set.of("data")),
            Map.entry("mysql-2", Set.of("data")),
            Map.entry("mysqld-exporter-1", Set.of("data")), Map.entry("mysqld-exporter-2", Set.of("data")),
            Map.entry("nginx-exporter-1", Set.of("web")), Map.entry("nginx-exporter-2", Set.of("web")),
            Map.entry("nginx-log-exporter-1", Set.of("web")), Map.entry("nginx-log-exporter-2", Set.of("web")),
            Map.entry("blackbox-exporter", Set.of("edge")), Map.entry("node-exporter", Set.of("ops")),
            Map.entry("prometheus", Set.of("edge", "web", "app", "data", "ops")),
            Map.entry("alertmanager", Set.of("ops")), Map.entry("grafana", Set.of("ops")));

    private static final Map<String, Integer> SERVING_PORTS = Map.ofEntries(Map.entry("gateway-address", 443),
            Map.entry("gateway-1", 443),
            Map.entry("gateway-2", 443), Map.entry("nginx-1", 8080), Map.entry("nginx-2", 8080),
            Map.entry("web-app-1", 8080), Map.entry("web-app-2", 8080), Map.entry("etcd-1", 2379),
            Map.entry("etcd-2", 2379), Map.entry("etcd-3", 2379), Map.entry("mysql-1", 3306),
            Map.entry("mysql-2", 3306), Map.entry("mysqld-exporter-1", 9104),
            Map.entry("mysqld-exporter-2", 9104), Map.entry("nginx-exporter-1", 9113),
            Map.entry("nginx-exporter-2", 9113), Map.entry("nginx-log-exporter-1", 3903),
            Map.entry("nginx-log-exporter-2", 3903), Map.entry("blackbox-exporter", 9115),
            Map.entry("node-exporter", 9100),
            Map.entry("prometheus", 9090), Map.entry("alertmanager", 9093), Map.entry("grafana", 3000));

    private static final int MOST_ATTEMPTS = 5;

    private final Suite suite;

    TiersIT(Suite suite) {
        this.suite = suite;
    }

    @Test
    void everyPairOfServicesIsConnectedExactlyWhereTheyShareATier() {
        assertThat(TIERS.keySet()).isEqualTo(longRunning());
        Map<String, Set<String>> expected = new TreeMap<>();
        Map<String, Set<String>> seen = new TreeMap<>();
        for (String from : TIERS.keySet()) {
            expected.put(from, new TreeSet<>());
            for (String to : TIERS.keySet()) {
                if (!from.equals(to) && !Collections.disjoint(tiers(from), tiers(to))) {
                    expected.get(from).add(to);
                }
            }
            seen.put(from, reachableFrom(from, expected.get(from)));
        }
        assertThat(seen).as(suite::state).isEqualTo(expected);
    }

    @Test
    void nothingIsPublishedButTheAddressAndOnLoopbackEachGatewayAndTheOperations() {
        Map<String, Set<String>> published = new TreeMap<>();
        for (Container container : suite.containers()) {
            for (ContainerPort port : container.getPorts()) {
                if (port.getPublicPort() != null) {
                    published.computeIfAbsent(Suite.service(container), service -> new TreeSet<>())
                            .add(port.getIp() + " " + port.getPrivatePort());
                }
            }
        }
        assertThat(published).isEqualTo(Map.of("gateway-address", Set.of("0.0.0.0 80", "0.0.0.0 443"),
                "gateway-1", Set.of("127.0.0.1 443", "127.0.0.1 8090"), "gateway-2",
                Set.of("127.0.0.1 443", "127.0.0.1 8090"), "prometheus", Set.of("127.0.0.1 9090"), "alertmanager",
                Set.of("127.0.0.1 9093"), "grafana", Set.of("127.0.0.1 3000")));
    }

    @Test
    void gatewaysArePublishedOnlyOnRequest() {
        assertThat(ComposeFile.services().entrySet().stream().filter(service -> service.getValue().containsKey("ports"))
                .map(Map.Entry::getKey)).containsExactlyInAnyOrder("gateway-address", "prometheus", "alertmanager",
                        "grafana");
    }

    @Test
    void noProcessRunsAsRoot() {
        for (String service : longRunning()) {
            String users = Commands.run("docker", "top", suite.container(service).getId(), "-eo", "pid,uid,cmd");
            assertThat(users.lines().skip(1).map(String::strip)).as(service).isNotEmpty()
                    .noneMatch(line -> line.matches("\\d+ +0 .*"));
        }
    }

    @Test
    void tiersBehindTheEdgeReachNothingOutside() {
        for (String tier : List.of("web", "app", "data")) {
            Container member = suite.containers().stream().filter(container -> networks(container).keySet().stream()
                    .anyMatch(network -> network.endsWith("_" + tier))).findFirst().orElseThrow();
            String network = networks(member).keySet().stream().filter(name -> name.endsWith("_" + tier)).findFirst()
                    .orElseThrow();
            assertThat(Commands.run("docker", "network", "inspect", "--format", "{{.Internal}}", network).strip())
                    .as(tier).isEqualTo("true");
        }
    }

    /**
     * Returns the services that can be reached from a service. On a busy machine a connection may time out, so the test
     * tries a few times for expected services. A service that must not be reachable is found at the first try.
     */
    private Set<String> reachableFrom(String from, Set<String> expected) {
        Set<String> reached = reachableFrom(from);
        for (int attempt = 1; attempt < MOST_ATTEMPTS && !reached.containsAll(expected); attempt++) {
            reached.addAll(reachableFrom(from));
        }
        return reached;
    }

    /**
     * Connects from inside the network namespace of that container, with the shell of another image, because the
     * container's own image may have none.
     */
    private Set<String> reachableFrom(String from) {
        StringBuilder script = new StringBuilder();
        for (Container target : suite.containers()) {
            String to = Suite.service(target);
            if (!TIERS.containsKey(to) || to.equals(from)) {
                continue;
            }
            for (ContainerNetwork network : networks(target).values()) {
                script.append("(timeout 2 bash -c '</dev/tcp/").append(network.getIpAddress()).append('/')
                        .append(SERVING_PORTS.get(to)).append("' 2>/dev/null && echo ").append(to).append(") &\n");
            }
        }
        script.append("wait; true");
        String output = Commands.run("docker", "run", "--rm", "--entrypoint", "bash", "--network",
                "container:" + suite.container(from).getId(), suite.container("secrets").getImage(), "-c",
                script.toString());
        return new TreeSet<>(output.lines().toList());
    }

    private Set<String> longRunning() {
        List<String> services = new ArrayList<>(suite.containers().stream().map(Suite::service).toList());
        services.remove("secrets");
        return new TreeSet<>(services);
    }

    private static Set<String> tiers(String service) {
        return Objects.requireNonNull(TIERS.get(service));
    }

    private static Map<String, ContainerNetwork> networks(Container container) {
        return Objects.requireNonNull(container.getNetworkSettings()).getNetworks();
    }
}

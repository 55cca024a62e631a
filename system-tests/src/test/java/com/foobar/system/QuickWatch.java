package com.foobar.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.github.dockerjava.api.model.Container;
import com.jayway.jsonpath.JsonPath;

import com.foobar.compose.Commands;

/**
 * A second Prometheus and Alertmanager next to those of the suite. They have the same configuration and rules but no
 * waiting times, so alerts fire at once. The suite's own instances stay unchanged.
 */
final class QuickWatch implements AutoCloseable {

    private static final Path MONITORING = Path.of("../monitoring");

    private static final Path FOLDER = Path.of("target/quick-watch");

    private final Suite suite;

    private final List<String> containers = new ArrayList<>();

    private final String address;

    /** Starts both. Prometheus finds the targets of the suite within seconds. */
    QuickWatch(Suite suite) {
        this.suite = suite;
        writeConfiguration();
        Container alertmanager = suite.container("alertmanager");
        Container prometheus = suite.container("prometheus");
        String alerts = start(alertmanager, List.of("--network-alias", "quick-alertmanager", "--publish",
                "127.0.0.1::9093"),
                "--config.file=/etc/quick/alertmanager.yml", "--storage.path=/tmp",
                "--cluster.listen-address=");
        start(prometheus, List.of(), "--config.file=/etc/quick/prometheus.yml",
                "--storage.tsdb.path=/tmp");
        String published = Commands.run("docker", "port", alerts, "9093/tcp").strip();
        this.address = "http://" + published;
    }

    private String start(Container like, List<String> options, String... command) {
        List<String> networks = new ArrayList<>(
                Objects.requireNonNull(like.getNetworkSettings()).getNetworks().keySet());
        // The first network must not be internal, because only such a network can publish ports.
        networks.sort((first, second) -> Boolean.compare(second.endsWith("_ops"), first.endsWith("_ops")));
        List<String> line = new ArrayList<>(List.of("docker", "run", "--detach", "--user", "65534:65534", "--tmpfs",
                "/tmp", "--volume", FOLDER.toAbsolutePath() + ":/etc/quick:ro", "--network", networks.removeFirst()));
        line.addAll(options);
        line.add(like.getImage());
        line.addAll(List.of(command));
        String container = Commands.run(line.toArray(String[]::new)).strip();
        containers.add(container);
        networks.forEach(network -> Commands.run("docker", "network", "connect", network, container));
        return container;
    }

    private static void writeConfiguration() {
        try {
            Files.createDirectories(FOLDER.resolve("rules"));
            write("prometheus.yml", read("prometheus/prometheus.yml")
                    .replaceAll("(?m)^  (scrape_interval|scrape_timeout|evaluation_interval): .*", "  $1: 2s")
                    .replace("alertmanager:9093", "quick-alertmanager:9093"));
            write("alertmanager.yml", read("alertmanager/alertmanager.yml")
                    .replaceAll("(?m)^  (group_wait|group_interval): .*", "  $1: 1s"));
            try (Stream<Path> rules = Files.list(MONITORING.resolve("prometheus/rules"))) {
                for (Path file : rules.toList()) {
                    write("rules/" + file.getFileName(),
                            Files.readString(file).replaceAll("(?m)^        (for|keep_firing_for): .*", ""));
                }
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String read(String file) throws IOException {
        return Files.readString(MONITORING.resolve(file));
    }

    private static void write(String file, String text) throws IOException {
        Files.writeString(FOLDER.resolve(file), text);
    }

    /** Returns the alerts of that name that Alertmanager has now. */
    List<Alert> alerts(String name) {
        String body = suite.client().get(address + "/api/v2/alerts?filter=alertname%3D" + name).body();
        List<Map<String, Object>> found = JsonPath.read(body, "$");
        return found.stream().map(Alert::of).toList();
    }

    /** Returns whether Alertmanager responds, so that an empty list of alerts means that there are none. */
    boolean isReady() {
        try {
            return suite.client().get(address + "/-/ready").statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        containers.forEach(container -> Commands.run("docker", "rm", "--force", "--volumes", container));
    }

    /**
     * An alert in Alertmanager.
     *
     * @param inhibited whether another alert suppresses the notification of this alert
     */
    record Alert(Map<String, String> labels, Map<String, String> annotations, boolean inhibited) {

        @SuppressWarnings("unchecked")
        private static Alert of(Map<String, Object> found) {
            List<String> inhibitedBy = JsonPath.read(found, "$.status.inhibitedBy");
            return new Alert((Map<String, String>) found.get("labels"),
                    (Map<String, String>) found.get("annotations"), !inhibitedBy.isEmpty());
        }
    }
}

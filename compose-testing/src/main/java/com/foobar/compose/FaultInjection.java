package com.foobar.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.awaitility.Awaitility.await;

/**
 * Breaks containers of a project from outside, by a helper container with the rights that are needed for it. Close it
 * after the last test.
 */
public final class FaultInjection implements AutoCloseable {

    private final Containers containers;

    private final Set<String> cut = ConcurrentHashMap.newKeySet();

    private boolean built;

    public FaultInjection(Containers containers) {
        this.containers = containers;
    }

    /**
     * Kills the first process of a service's container, and with it the container. Unlike after {@code docker kill},
     * the engine starts it again.
     */
    public void kill(String service) {
        String killed = process(service);
        help(List.of("--pid", "host"), "kill -KILL " + killed);
        await("the engine notices it").until(() -> !killed.equals(process(service)));
    }

    private String process(String service) {
        return Commands.run("docker", "inspect", "--format", "{{.State.Pid}}", container(service)).strip();
    }

    /**
     * Drops all packets between a service and those services, or between it and everything else if there are none.
     * Neither side gets a notice.
     */
    public void cut(String service, String... others) {
        String addresses = Stream.of(others).map(this::address).collect(Collectors.joining(", "));
        String to = others.length == 0 ? "" : "ip daddr { " + addresses + " } ";
        String from = others.length == 0 ? "" : "ip saddr { " + addresses + " } ";
        cut.add(service);
        inNetworkOf(service, """
                nft 'add table inet cut
                add chain inet cut in { type filter hook input priority 0; }
                add chain inet cut out { type filter hook output priority 0; }
                add rule inet cut in iif != lo %sdrop
                add rule inet cut out oif != lo %sdrop'
                """.formatted(from, to));
    }

    /** Ends a cut; does nothing if the service is not cut. */
    public void heal(String service) {
        if (cut.contains(service)) {
            inNetworkOf(service, "nft 'add table inet cut; delete table inet cut'");
            cut.remove(service);
        }
    }

    private void inNetworkOf(String service, String script) {
        help(List.of("--network", "container:" + container(service), "--cap-add", "NET_ADMIN"), script);
    }

    private void help(List<String> options, String script) {
        if (!built) {
            Commands.run("bash", "-c", """
                    source ../.env && docker build --quiet --tag %s --build-arg DEBIAN_IMAGE=$DEBIAN_IMAGE \
                      ../compose-testing/src/main/docker/fault-injection""".formatted(image()));
            built = true;
        }
        List<String> line = new ArrayList<>(List.of("docker", "run", "--rm"));
        line.addAll(options);
        line.addAll(List.of(image(), "bash", "-c", script));
        Commands.run(line.toArray(String[]::new));
    }

    private String image() {
        return containers.project() + "-fault-injection";
    }

    private String container(String service) {
        return containers.of(service).getId();
    }

    private String address(String service) {
        return Commands.run("docker", "inspect", "--format",
                "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}", container(service)).strip();
    }

    @Override
    public void close() {
        if (built) {
            Commands.run("docker", "image", "rm", image());
        }
    }
}

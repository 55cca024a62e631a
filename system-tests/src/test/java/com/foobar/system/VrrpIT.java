package com.foobar.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

import com.foobar.compose.Commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

/**
 * Two hosts that share an address by docker-compose.vrrp.yml. Each host is a network namespace with a keepalived and a
 * small server in place of the gateways; a client in the same network asks who serves the address.
 */
@EnabledIfDockerAvailable
class VrrpIT {

    /** An address that is reserved for examples, so that it is nobody's here. */
    private static final String ADDRESS = "192.0.2.10";

    private static final String IMAGE = "foobar/keepalived";

    private static final String SERVER_IMAGE = "foobar/gateway-address";

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final String network = "foobar-vrrp-" + UUID.randomUUID();

    private final List<String> containers = new ArrayList<>();

    private String client = "";

    @BeforeEach
    void start() {
        Commands.run("docker", "compose", "--progress", "quiet", "--file", "../docker-compose.yml", "--file",
                "../docker-compose.vrrp.yml", "build", "keepalived", "gateway-address");
        assumeThat(Commands.tryRun("docker", "run", "--rm", "--cap-add", "NET_ADMIN", "--entrypoint", "ip", IMAGE,
                "route", "add", ADDRESS, "dev", "lo").exitCode()).as("containers may get NET_ADMIN").isZero();
        Commands.run("docker", "network", "create", network);
        client = run("client", "--network", network, "--cap-add", "NET_ADMIN", "--entrypoint", "sh", IMAGE, "-c",
                "ip route add " + ADDRESS + " dev eth0 && exec sleep infinity");
    }

    @AfterEach
    void stop() {
        containers.forEach(container -> Commands.run("docker", "rm", "--force", container));
        Commands.tryRun("docker", "network", "rm", network);
    }

    @Test
    void addressMovesWhenItMustAndDoesNotMoveBack() {
        Host first = new Host("first");
        Host second = new Host("second");
        first.keepAddressWith(second);
        awaitHolder(first);
        second.keepAddressWith(first);
        second.awaitReady();
        assertStaysAt(first);

        // 1. The server of the host that has the address is killed, and comes back.
        first.docker("kill", first.server);
        awaitHolder(second);
        first.docker("start", first.server);
        first.awaitReady();
        assertStaysAt(second);

        // 2. The whole host that has the address is killed, and comes back.
        second.docker("kill", second.server, second.keepalived);
        awaitHolder(first);
        second.docker("start", second.server, second.keepalived);
        second.awaitReady();
        assertStaysAt(first);

        // 3. The host that has the address hangs, and goes on: then one of the two has it.
        first.docker("pause", first.server, first.keepalived);
        awaitHolder(second);
        first.docker("unpause", first.server, first.keepalived);
        await("one host has the address").atMost(LIMIT).until(() -> first.hasAddress() != second.hasAddress());
        assertThat(holder()).isEqualTo(first.hasAddress() ? first.name : second.name);
    }

    private void awaitHolder(Host host) {
        await(host.name + " has the address").atMost(LIMIT).until(() -> holder().equals(host.name));
    }

    /** Asks several times, which takes longer than a host that wants the address needs to get it. */
    private void assertStaysAt(Host host) {
        assertThat(Stream.generate(this::holder).limit(10)).containsOnly(host.name);
    }

    /** Returns the name of the host that serves the address, or nothing if none does. */
    private String holder() {
        return Commands.tryRun("docker", "exec", client, "timeout", "1", "bash", "-c",
                "exec 3<>/dev/tcp/" + ADDRESS + "/8000 && printf 'GET /name HTTP/1.0\\r\\n\\r\\n' >&3 && tail -n 1 <&3")
                .output().strip();
    }

    private String run(String name, String... optionsAndCommand) {
        List<String> line = new ArrayList<>(List.of("docker", "run", "--detach", "--name", network + "-" + name));
        line.addAll(List.of(optionsAndCommand));
        String container = Commands.run(line.toArray(String[]::new)).strip();
        containers.add(container);
        return container;
    }

    /** A network namespace like a host's, with a server, and with keepalived once it knows the other host. */
    private final class Host {

        private final String name;

        private final String namespace;

        private final String server;

        private final String address;

        private String keepalived = "";

        Host(String name) {
            this.name = name;
            this.namespace = run(name, "--network", network, "--entrypoint", "sleep", IMAGE, "infinity");
            this.server = run(name + "-server", "--network", "container:" + namespace, "--entrypoint", "sh",
                    SERVER_IMAGE,
                    "-c", "mkdir -p /tmp/site && echo " + name
                            + " > /tmp/site/name && exec python3 -m http.server 8000 --directory /tmp/site");
            this.address = Commands.run("docker", "inspect", "--format",
                    "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}", namespace).strip();
        }

        void keepAddressWith(Host other) {
            keepalived = run(name + "-keepalived", "--network", "container:" + namespace, "--read-only", "--tmpfs",
                    "/run", "--tmpfs", "/tmp", "--cap-drop", "ALL", "--cap-add", "NET_ADMIN", "--cap-add", "NET_RAW",
                    "--security-opt", "no-new-privileges:true", "--env", "ADDRESS=" + ADDRESS + "/32", "--env",
                    "INTERFACE=eth0", "--env", "SELF=" + address, "--env", "PEER=" + other.address, "--env",
                    "HTTP_PORT=8000", IMAGE);
        }

        void docker(String command, String... which) {
            for (String container : which) {
                Commands.run("docker", command, container);
            }
        }

        /** Waits until this host could have the address. */
        void awaitReady() {
            await(name + " serves").atMost(LIMIT).until(
                    () -> Commands.tryRun("docker", "exec", keepalived, "keep-address", "serving").exitCode() == 0);
        }

        boolean hasAddress() {
            return Commands.run("docker", "exec", namespace, "ip", "-brief", "address", "show", "to", ADDRESS)
                    .contains(ADDRESS);
        }
    }
}

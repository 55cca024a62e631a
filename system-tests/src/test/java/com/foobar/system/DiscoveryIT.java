package com.foobar.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.foobar.compose.Commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SystemTest
class DiscoveryIT {

    private static final Pattern ADDRESS = Pattern.compile("\"address\":\"([^\"]+)\"");

    private final Suite suite;

    private final List<String> started = new ArrayList<>();

    DiscoveryIT(Suite suite) {
        this.suite = suite;
    }

    @AfterEach
    void stop() {
        started.forEach(container -> Commands.run("docker", "rm", "--force", container));
    }

    @Test
    void gatewayFollowsTheAddressesOfANameAsContainersComeAndGo() {
        // 1. One container has the name, and a gateway resolves this name to find its servers.
        String first = startServer();
        String gateway = start(suite.container("gateway-1").getImage(), "--env", "FOOBAR_INSTANCE=gateway-3", "--env",
                "FOOBAR_GATEWAY_POOL_DNS_NAME=servers", "--env", "FOOBAR_GATEWAY_POOL_DNS_INTERVAL=500ms", "--env",
                "SERVER_SSL_ENABLED=false", "--env", "SERVER_PORT=8080", "--env",
                "SPRING_SSL_BUNDLE_PEM_SITE_KEYSTORE_CERTIFICATE=", "--env",
                "SPRING_SSL_BUNDLE_PEM_SITE_KEYSTORE_PRIVATE_KEY=", "--env",
                "SPRING_SSL_BUNDLE_PEM_SITE_RELOAD_ON_UPDATE=false");
        awaitServers(gateway, 1);

        // 2. A second container gets the name; the gateway finds it without a restart.
        startServer();
        awaitServers(gateway, 2);

        // 3. The first container is removed.
        Commands.run("docker", "rm", "--force", first);
        started.remove(first);
        awaitServers(gateway, 1);
    }

    private void awaitServers(String gateway, int servers) {
        await(servers + " servers in the pool").atMost(Duration.ofMinutes(5)).untilAsserted(() -> {
            Commands.Result view = Commands.tryRun("docker", "exec", gateway, "curl", "-fsS",
                    "http://localhost:8090/actuator/balancer");
            assertThat(view.exitCode()).as(view.output()).isZero();
            assertThat(ADDRESS.matcher(view.output()).results().map(found -> found.group(1)).distinct())
                    .hasSize(servers);
        });
    }

    private String startServer() {
        return start(suite.container("nginx-1").getImage(), "--network-alias", "servers", "--env", "INSTANCE=nginx-3",
                "--env", "WEB_APP=nobody");
    }

    private String start(String image, String... options) {
        List<String> line = new ArrayList<>(
                List.of("docker", "run", "--detach", "--network", suite.container("gateway-1").getNetworkSettings()
                        .getNetworks().keySet().stream().filter(network -> network.endsWith("_web")).findFirst()
                        .orElseThrow()));
        line.addAll(List.of(options));
        line.add(image);
        String container = Commands.run(line.toArray(String[]::new)).strip();
        started.add(container);
        return container;
    }
}

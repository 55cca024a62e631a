package com.foobar.failover.agent;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The settings of an agent, from environment variables.
 *
 * @param node {@code FAILOVER_NODE}: this node
 * @param peer {@code FAILOVER_PEER}: the other node
 * @param etcd {@code FAILOVER_ETCD}: the addresses of the members of etcd, separated by commas
 * @param lease {@code FAILOVER_LEASE_SECONDS}: how long the lease lives after its last renewal; at least 1 s, default 2
 *            s
 * @param partnerLimit {@code FAILOVER_PARTNER_LIMIT_MILLIS}: how long commits wait for acknowledgements before the
 *            primary goes on alone; at least 100 ms, default 1.5 s
 * @param stuckLimit {@code FAILOVER_STUCK_LIMIT_MILLIS}: how long the server or its disk may not respond before the
 *            node gives its role away; at least 1 s, default 3 s
 * @param managementPort {@code FAILOVER_MANAGEMENT_PORT}: where {@code /livez}, {@code /state} and {@code /metrics} are
 *            served; default 9105
 */
record Settings(String node, String peer, List<URI> etcd, Duration lease, Duration partnerLimit, Duration stuckLimit,
        int managementPort) {

    static final Path SECRETS = Path.of("/run/secrets/mysql");
    static final Path DATA = Path.of("/var/lib/mysql");
    static final Path SCRIPTS = Path.of("/usr/local/lib/mysql-node");
    static final Path SET_ASIDE = Path.of("/var/lib/mysql-backup/set-aside");

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException if a variable is missing or wrong; the message says which, and what is expected
     */
    static Settings from(Map<String, String> environment) {
        return new Settings(text(environment, "FAILOVER_NODE"), text(environment, "FAILOVER_PEER"),
                members(text(environment, "FAILOVER_ETCD")),
                Duration.ofSeconds(number(environment, "FAILOVER_LEASE_SECONDS", 2, 2, 60)),
                Duration.ofMillis(number(environment, "FAILOVER_PARTNER_LIMIT_MILLIS", 1_500, 100, 60_000)),
                Duration.ofMillis(number(environment, "FAILOVER_STUCK_LIMIT_MILLIS", 3_000, 1_000, 60_000)),
                (int) number(environment, "FAILOVER_MANAGEMENT_PORT", 9_105, 1, 65_535));
    }

    private static String text(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The environment variable " + name + " is missing.");
        }
        return value.strip();
    }

    private static List<URI> members(String value) {
        return Arrays.stream(value.split(",", -1)).map(String::strip).map(parsed(URI::create, "FAILOVER_ETCD"))
                .peek(uri -> {
                    if (!"https".equals(uri.getScheme()) || uri.getHost() == null) {
                        throw new IllegalArgumentException(
                                "FAILOVER_ETCD must be addresses such as https://etcd-1:2379, and has " + uri);
                    }
                }).toList();
    }

    private static long number(Map<String, String> environment, String name, long other, long least, long most) {
        String value = environment.get(name);
        long number = value == null || value.isBlank() ? other : parsed(Long::valueOf, name).apply(value.strip());
        if (number < least || number > most) {
            throw new IllegalArgumentException(
                    name + " must be from " + least + " to " + most + ", and is " + number);
        }
        return number;
    }

    private static <T> Function<String, T> parsed(Function<String, T> parse, String name) {
        return text -> {
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name + " cannot be read: " + text, e);
            }
        };
    }
}

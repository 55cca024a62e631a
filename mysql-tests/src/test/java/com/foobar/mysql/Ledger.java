package com.foobar.mysql;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.foobar.compose.Commands;

import static org.awaitility.Awaitility.await;

/**
 * Two clients that write to the pair the whole time, and the book of what they were told: which writes are stored,
 * when, and by which node.
 */
final class Ledger implements AutoCloseable {

    private static final List<String> CLIENTS = List.of("a", "b");
    private static final Path CLASSES = Path.of("target/test-classes").toAbsolutePath();

    private final DatabasePair pair;

    /**
     * A write that a client was told is stored.
     *
     * @param millis when the client was told
     * @param name the client and its number
     */
    record Stored(long millis, String name, String node) {}

    private Ledger(DatabasePair pair) {
        this.pair = pair;
    }

    /**
     * Starts both clients, each with that pause between two writes, and returns when both write. The table is created
     * anew. It has no key, so that a write that is stored twice would be seen.
     */
    static Ledger open(DatabasePair pair, Duration pause) {
        pair.query(pair.primary(), "DROP TABLE IF EXISTS foobar.ledger");
        pair.query(pair.primary(), "CREATE TABLE foobar.ledger (client CHAR(1), number INT)");
        Ledger ledger = new Ledger(pair);
        for (String client : CLIENTS) {
            // As in the web-apps, a name that had no address while its container was down is looked up again at once.
            // Docker runs this container and not compose, because compose would stop it together with the service whose
            // image it uses.
            Commands.run("docker", "run", "--detach", "--name", ledger.container(client), "--network",
                    pair.project() + "_data", "--user", "999:999", "--volume",
                    pair.project() + "_mysql-secrets:/run/secrets/mysql:ro", "--volume", CLASSES + ":/classes:ro",
                    "--entrypoint", "/opt/failover-agent/java/bin/java", pair.image(), "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC", "-Xmx32m", "-Dsun.net.inetaddr.ttl=1", "-Dsun.net.inetaddr.negative.ttl=0",
                    "-cp", "/classes:/opt/failover-agent/lib/*",
                    LedgerWriter.class.getName(), client, Long.toString(pause.toMillis()));
        }
        ledger.awaitMore();
        return ledger;
    }

    /** Waits until each client has been told of five more writes. */
    void awaitMore() {
        long begun = System.currentTimeMillis();
        await("writes are stored").atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(200))
                .until(() -> CLIENTS.stream().allMatch(client -> storedSince(begun, client).size() >= 5));
    }

    /** Returns the writes that clients were told are stored, in the order in which they were told. */
    private List<Stored> stored() {
        return storedSince(0);
    }

    private List<Stored> storedSince(long millis) {
        return CLIENTS.stream().flatMap(client -> storedSince(millis, client).stream())
                .sorted(Comparator.comparingLong(Stored::millis)).toList();
    }

    private List<Stored> storedSince(long millis, String client) {
        String since = "%d.%03d".formatted(millis / 1_000, millis % 1_000);
        return Commands.run("docker", "logs", "--since", since, container(client)).lines()
                .map(line -> line.split(" ")).filter(words -> words.length == 4 && "stored".equals(words[1]))
                .map(words -> new Stored(Long.parseLong(words[0]), client + words[2], words[3])).toList();
    }

    /** Returns how often each write is found on a node. */
    private Map<String, Integer> found(String node) {
        return pair
                .query(node,
                        "SELECT CONCAT(client, number) AS name, COUNT(*) AS times FROM foobar.ledger GROUP BY name")
                .stream().collect(Collectors.toMap(row -> row.get("name"), row -> Integer.valueOf(row.get("times"))));
    }

    /**
     * What clients were told, compared with what a node has.
     *
     * @param acknowledged the writes that a client was told are stored
     * @param lost those of them that the node lacks
     * @param doubled the writes that the node has more than once
     */
    record Balance(List<String> acknowledged, List<String> lost, List<String> doubled) {}

    /** Compares what clients have been told so far with what a node has. */
    Balance balance(String node) {
        List<String> acknowledged = stored().stream().map(Stored::name).toList();
        Map<String, Integer> found = found(node);
        return new Balance(acknowledged, acknowledged.stream().filter(name -> !found.containsKey(name)).toList(),
                found.keySet().stream().filter(name -> found.get(name) > 1).toList());
    }

    /**
     * Returns how often the node that stores changed from one to the other, in the order of what clients were told.
     * With one failover it is one, unless both nodes told clients of stored writes at the same time.
     */
    int changesOfNode() {
        return changesOfNodeSince(0);
    }

    /** Returns the same, from a time on, in milliseconds. */
    int changesOfNodeSince(long millis) {
        int changes = 0;
        String node = null;
        for (Stored write : storedSince(millis)) {
            changes += node != null && !node.equals(write.node()) ? 1 : 0;
            node = write.node();
        }
        return changes;
    }

    /** Returns the longest time from then on in which no client was told that a write is stored, in milliseconds. */
    long longestGapSince(long millis) {
        long longest = 0;
        long last = millis;
        for (Stored write : storedSince(millis)) {
            longest = Math.max(longest, write.millis() - last);
            last = write.millis();
        }
        return longest;
    }

    private String container(String client) {
        return pair.project() + "-ledger-" + client;
    }

    @Override
    public void close() {
        CLIENTS.forEach(client -> Commands.tryRun("docker", "rm", "--force", container(client)));
    }
}

package com.foobar.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.foobar.system.MixedLoad.Seen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Kills, pauses and cuts off what exists twice, one component after the other, under a mixed load. The default is a
 * selection; {@code make soak} tries everything, one fault a minute, and its table is in {@code target/soak.md}.
 */
@SystemTest
class SoakIT {

    private static final boolean EVERYTHING = Boolean.getBoolean("soak.everything");
    private static final Duration EACH = EVERYTHING ? Duration.ofMinutes(1) : Duration.ZERO;
    private static final Duration BROKEN = Duration.ofSeconds(10);
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Path TABLE = Path.of("target/soak.md");
    private static final String HEAD = """
            | fault | whole again after (s) | reads | writes | connections lost | errors | writes repeated \
            | longest read (ms) | longest write (ms) |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            """;

    private final Suite suite;
    private final StringBuilder table = new StringBuilder(HEAD);

    SoakIT(Suite suite) {
        this.suite = suite;
    }

    private enum Kind {
        KILLED, PAUSED, CUT_OFF
    }

    private record Fault(String service, Kind kind) {

        @Override
        public String toString() {
            return service + " " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private static List<Fault> faults() {
        if (!EVERYTHING) {
            return List.of(new Fault("nginx-1", Kind.CUT_OFF), new Fault("mysql-1", Kind.KILLED),
                    new Fault("web-app-2", Kind.PAUSED), new Fault("gateway-1", Kind.CUT_OFF),
                    new Fault("mysql-2", Kind.CUT_OFF), new Fault("etcd-1", Kind.PAUSED));
        }
        List<Fault> all = Stream.of("gateway-1", "gateway-2", "nginx-1", "nginx-2", "web-app-1", "web-app-2", "mysql-1",
                "mysql-2", "etcd-1", "etcd-2", "etcd-3")
                .flatMap(service -> Stream.of(Kind.values()).map(kind -> new Fault(service, kind)))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(all, new Random(1));
        return all;
    }

    @AfterEach
    void makeWhole() throws IOException {
        Files.writeString(TABLE, table);
        suite.mend();
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void nothingThatHappensToOneOfTwoCostsAClientMoreThanAReconnection() {
        try (MixedLoad load = MixedLoad.on(suite)) {
            load.awaitMore(40);
        }
        Resources before = Resources.settledIn(suite);

        MixedLoad load = MixedLoad.on(suite);
        try (load) {
            load.awaitMore(10);
            for (Fault fault : faults()) {
                Instant next = Instant.now().plus(EACH);
                disturb(fault, load);
                load.awaitMore(10);
                await("the next minute").atMost(LIMIT).until(() -> Instant.now().isAfter(next));
            }
        }

        Map<String, Integer> found = found(load);
        List<String> lost = load.stored().stream().filter(title -> !found.containsKey(title)).toList();
        List<String> twice = found.keySet().stream().filter(title -> found.get(title) > 1).toList();
        Seen all = load.seen();
        table.append(
                "%n%d reads and %d writes in all, with %d lost connections, %d errors and %d repeated writes. "
                        .formatted(all.reads(), all.stored(), all.reconnections(), all.errors(), all.repeatedWrites())
                        + "%d failed, %d stale, %d lost, %d stored twice.%n".formatted(load.failures().size(),
                                load.stale().size(), lost.size(), twice.size()));
        assertThat(load.failures()).as("requests that failed twice").isEmpty();
        assertThat(load.stale()).as("writes that their client did not find at once").isEmpty();
        assertThat(lost).as("writes that a client was told are stored").isEmpty();
        assertThat(twice).isEmpty();
        before.assertThatNothingHasLeaked();
    }

    private void disturb(Fault fault, MixedLoad load) {
        Seen before = load.seen();
        Instant begun = Instant.now();
        // 1. Break.
        switch (fault.kind()) {
            case KILLED -> suite.faults().kill(fault.service());
            case PAUSED -> suite.docker("pause", fault.service());
            case CUT_OFF -> suite.faults().cut(fault.service());
        }
        // 2. The cause ends. What was killed, the engine starts again.
        if (fault.kind() != Kind.KILLED) {
            await("it has been broken for a while").atMost(LIMIT)
                    .until(() -> Duration.between(begun, Instant.now()).compareTo(BROKEN) >= 0);
        }
        Instant ended = Instant.now();
        if (fault.kind() == Kind.PAUSED) {
            suite.docker("unpause", fault.service());
        } else {
            suite.faults().heal(fault.service());
        }
        // 3. The suite becomes whole without a hand.
        awaitWhole(fault);
        Seen after = load.seen();
        table.append("| %s | %d | %d | %d | %d | %d | %d | %d | %d |%n".formatted(fault,
                Duration.between(ended, Instant.now()).toSeconds(), after.reads() - before.reads(),
                after.stored() - before.stored(), after.reconnections() - before.reconnections(),
                after.errors() - before.errors(),
                after.repeatedWrites() - before.repeatedWrites(), after.longestRead(), after.longestWrite()));
    }

    private void awaitWhole(Fault fault) {
        await("the suite is whole after " + fault).atMost(LIMIT).pollInterval(Duration.ofSeconds(1)).ignoreExceptions()
                .untilAsserted(() -> {
                    assertThat(suite.isHealthy()).as(suite::state).isTrue();
                    assertThat(suite.gatewaysAtTheAddress()).containsExactly("gateway-1", "gateway-2");
                    assertThat(suite.hasPartner()).as("the primary has a partner").isTrue();
                    for (int gateway = 1; gateway <= 2; gateway++) {
                        assertThat(servers(gateway)).as("servers of gateway-" + gateway)
                                .containsExactlyInAnyOrder("nginx-1/web-app-1", "nginx-2/web-app-2");
                    }
                });
    }

    private Set<String> servers(int gateway) {
        Client client = suite.newClient();
        return Stream.generate(() -> client.get(suite.https(gateway) + "/?request=" + UUID.randomUUID()))
                .limit(6)
                .map(response -> response.headers().firstValue("X-Served-By").orElse("nobody"))
                .collect(Collectors.toSet());
    }

    private Map<String, Integer> found(MixedLoad load) {
        Map<String, Integer> found = new TreeMap<>();
        suite.query(suite.writableNode(), "SELECT title, COUNT(*) AS times FROM foobar.story WHERE title LIKE '"
                + load.titlesBegin() + "%' GROUP BY title")
                .forEach(row -> found.put(row.get("title"), Integer.valueOf(row.get("times"))));
        return found;
    }
}

package com.foobar.system;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SystemTest
class DatabaseOutagesIT {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** How many writes are each followed by a read. The nightly run makes more of them. */
    private static final int PAIRS = Integer.getInteger("pairs.of.writes.and.reads", 100);

    private static final int MOST_ROUNDS = 5;

    private final Suite suite;

    DatabaseOutagesIT(Suite suite) {
        this.suite = suite;
    }

    @AfterEach
    void makeWhole() {
        suite.mend();
        suite.awaitPartner();
        awaitReadsFrom(suite.readOnlyNode());
    }

    @ParameterizedTest
    @CsvSource({ "kill, start", "pause, unpause" })
    void lostReplicaCostsNoReaderAnErrorAndIsUsedAgain(String breaking, String mending) {
        String replica = suite.readOnlyNode();
        try (Load load = Load.on(suite)) {
            // 1. Break the node under load.
            load.awaitMore(100);
            suite.docker(breaking, replica);

            // 2. The primary serves the reads.
            awaitReadsFrom(suite.writableNode());
            load.awaitMore(100);

            // 3. Mend the replica; it serves reads again.
            suite.docker(mending, replica);
            awaitReadsFrom(replica);

            // 4. No request failed.
            assertThat(load.failures()).as(suite::state).isEmpty();
        }
    }

    @Test
    void replicaThatIsCutOffCostsNoReaderAnErrorAndIsUsedAgain() {
        String replica = suite.readOnlyNode();
        try (Load load = Load.on(suite)) {
            load.awaitMore(100);
            suite.faults().cut(replica);
            awaitReadsFrom(suite.writableNode());
            load.awaitMore(100);
            suite.faults().heal(replica);
            awaitReadsFrom(replica);
            assertThat(load.failures()).as(suite::state).isEmpty();
        }
    }

    @Test
    void replicaWhoseApplierStoppedIsLeftOutUntilItHasCaughtUp() {
        String replica = suite.readOnlyNode();
        try (Load load = Load.on(suite)) {
            suite.query(replica, "STOP REPLICA SQL_THREAD");
            awaitReadsFrom(suite.writableNode());
            suite.query(replica, "START REPLICA SQL_THREAD");
            awaitReadsFrom(replica);
            assertThat(load.failures()).as(suite::state).isEmpty();
        }
    }

    @Test
    void lostPrimaryIsReplacedAndCostsNoReaderAnError() {
        String old = suite.writableNode();
        String successor = suite.readOnlyNode();
        try (Load load = Load.on(suite)) {
            // 1. Break the node under load.
            load.awaitMore(100);
            suite.docker("kill", old);

            // 2. Users of both gateways write to the successor.
            awaitWrites();
            assertThat(suite.writableNode()).isEqualTo(successor);
            load.awaitMore(100);

            // 3. The old primary returns, and serves reads.
            suite.docker("start", old);
            suite.awaitPartner();
            awaitReadsFrom(old);

            // 4. No reader got an error.
            assertThat(load.failures()).as(suite::state).isEmpty();
        }
    }

    @Test
    void withoutAPrimaryReadingGoesOnAndWritingSaysThatItDoesNot() {
        String primary = suite.writableNode();
        String body = "What was typed must not be lost " + UUID.randomUUID();
        try (Load load = Load.on(suite)) {
            // 1. The replica is away when the primary is lost, so that it lacks writes, and must not succeed.
            load.awaitMore(100);
            String replica = suite.readOnlyNode();
            suite.docker("stop", replica);
            String onPrimaryOnly = "Written while the replica is away " + UUID.randomUUID();
            awaitWrites(onPrimaryOnly);
            suite.docker("kill", primary);
            suite.docker("start", replica);

            // 2. The response to a write says that writing does not work, and contains what was typed.
            await("a page that says so").atMost(LIMIT).untilAsserted(() -> {
                HttpResponse<String> answer = post(1, "Not now", body);
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After").orElse("")).matches("\\d+");
                assertThat(answer.body()).contains(body);
            });

            // 3. Mend the primary; writing works again. Whichever node is the primary now has what the replica lacked.
            suite.docker("start", primary);
            awaitWrites();
            assertThat(suite.query(suite.writableNode(),
                    "SELECT id FROM foobar.story WHERE title = '" + onPrimaryOnly + "'"))
                            .as(suite::state).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void nobodyReadsAPageOlderThanTheirOwnWriteWhileTheReplicaStandsStill() {
        suite.query(suite.readOnlyNode(), "STOP REPLICA SQL_THREAD");

        assertThat(readsOfOwnWritesFrom(suite.readOnlyNode(), PAIRS)).as(suite::state).isZero();
    }

    @Test
    void nearlyAllReadsOfOnesOwnWritesComeFromTheReplicaWhileItReplicates() {
        String replica = suite.readOnlyNode();
        awaitReadsFrom(replica);

        // On a busy machine a node may seem to be lost for a moment. Such a round says nothing about normal operation,
        // so the best of several rounds counts.
        int most = 0;
        for (int round = 0; round < MOST_ROUNDS && most < PAIRS * 95 / 100; round++) {
            most = Math.max(most, readsOfOwnWritesFrom(replica, PAIRS));
        }
        assertThat(most).as(suite::state).isGreaterThanOrEqualTo(PAIRS * 95 / 100);
    }

    /**
     * Writes through one gateway and reads through the other, in turn. Returns how many of the pages were read from
     * that node.
     */
    private int readsOfOwnWritesFrom(String node, int pairs) {
        int fromNode = 0;
        Client client = suite.author();
        for (int pair = 0; pair < pairs; pair++) {
            String title = "Pair " + pair + " " + UUID.randomUUID();
            int gateway = pair % 2 + 1;
            HttpResponse<String> answer = client.publish(suite.https(gateway), title, "To be read at once.");
            assertThat(answer.statusCode()).as(suite::state).isEqualTo(303);
            String page = client.get(suite.https(3 - gateway) + "/").body();
            assertThat(page).as("after pair %s", pair).contains(title);
            fromNode += page.contains("<li>" + node + "</li>") ? 1 : 0;
        }
        return fromNode;
    }

    @Test
    void switchoverUnderLoadCostsNoReaderAnErrorAndNeedsNoRestart() {
        String old = suite.writableNode();
        String successor = suite.readOnlyNode();
        try (Load load = Load.on(suite)) {
            load.awaitMore(100);
            assertThat(suite.mysql("switchover")).contains(successor + " is the primary");
            awaitWrites();
            assertThat(suite.writableNode()).isEqualTo(successor);
            awaitReadsFrom(old);
            assertThat(load.failures()).as(suite::state).isEmpty();
        }
    }

    private void awaitWrites() {
        awaitWrites("Written meanwhile");
    }

    /** Writes a story with that title through each gateway, until both stories are taken. */
    private void awaitWrites(String title) {
        for (int gateway = 1; gateway <= 2; gateway++) {
            int through = gateway;
            await("a story is taken").atMost(LIMIT).untilAsserted(
                    () -> assertThat(post(through, title, "Taken.").statusCode()).isEqualTo(303));
        }
    }

    private HttpResponse<String> post(int gateway, String title, String body) {
        return suite.author().publish(suite.https(gateway), title, body);
    }

    private void awaitReadsFrom(String node) {
        await("reads come from " + node).atMost(LIMIT).untilAsserted(() -> {
            for (int request = 0; request < 4; request++) {
                HttpResponse<String> home = suite.newClient().get(suite.https(1) + "/?request=" + UUID.randomUUID());
                assertThat(home.body()).as(suite::state).contains("<li>" + node + "</li>");
            }
        });
    }
}

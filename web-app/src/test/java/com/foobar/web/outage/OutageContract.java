package com.foobar.web.outage;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

import com.foobar.replication.pair.DatabasePair;
import com.foobar.web.Site;

import static com.foobar.replication.pair.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

abstract class OutageContract {

    private static final Logger logger = LoggerFactory.getLogger(OutageContract.class);

    private final DatabasePair pair;
    private final List<Site> sites;

    OutageContract(DatabasePair pair) {
        this.pair = pair;
        this.sites = Site.twoOver(pair);
    }

    /** A fault that a test causes. */
    @FunctionalInterface
    private interface Harm {

        void happen() throws SQLException;
    }

    @BeforeEach
    @AfterEach
    void healPair() throws SQLException {
        pair.heal();
        awaitReadsFrom(pair.replica().name());
        awaitWritable();
    }

    @Test
    void noReaderSeesTheReplicaKilled() throws SQLException {
        readersSeeNoError("replica killed", pair.replica()::kill);
    }

    @Test
    void noReaderSeesTheReplicaSilent() throws SQLException {
        readersSeeNoError("replica silent", pair.replica().cable()::cut);
    }

    @Test
    void noReaderSeesTheApplierStopped() throws SQLException {
        readersSeeNoError("applier stopped", pair::stopApplier);
    }

    @Test
    void noReaderSeesTheReceiverStopped() throws SQLException {
        readersSeeNoError("receiver stopped", pair::stopReceiver);
    }

    private void readersSeeNoError(String what, Harm harm) throws SQLException {
        try (Readers readers = new Readers(sites)) {
            await().until(() -> readers.pages() > 100);
            harm.happen();
            awaitReadsFrom(pair.primary().name());
            assertReady();
            pair.heal();
            awaitReadsFrom(pair.replica().name());
            readers.leave();
            logger.info("{}: {} pages, the slowest took {} ms", what, readers.pages(), readers.slowest().toMillis());
            assertThat(readers.statuses()).isEqualTo(Map.of(200, (long) readers.pages()));
        }
    }

    @Test
    void readingGoesOnWhileThePrimaryIsKilled() throws SQLException {
        readingGoesOn("primary killed", pair.primary()::kill);
    }

    @Test
    void readingGoesOnWhileThePrimaryIsSilent() throws SQLException {
        readingGoesOn("primary silent", pair.primary().cable()::cut);
    }

    private void readingGoesOn(String what, Harm harm) throws SQLException {
        try (Readers readers = new Readers(sites)) {
            await().until(() -> readers.pages() > 100);
            harm.happen();
            HttpResponse<String> refused = sites.getFirst().publish("Kept title", "Kept body");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("Kept title", "Kept body", "Sign out");
            assertReady();
            pair.heal();
            long healed = System.nanoTime();
            awaitWritable();
            logger.info("{}: writing works {} ms after its return", what, (System.nanoTime() - healed) / 1_000_000);
            readers.leave();
            logger.info("{}: {} pages, the slowest took {} ms", what, readers.pages(), readers.slowest().toMillis());
            assertThat(readers.statuses()).isEqualTo(Map.of(200, (long) readers.pages()));
        }
    }

    @Test
    void readingGoesOnForOneWhoWroteWhatNoReplicaHas() throws SQLException {
        Site site = sites.getFirst();
        pair.stopReceiver();
        String cookie = Site.cookie(site.publish("Only there", "No replica has it."));
        pair.primary().cable().cut();

        Status health;
        do {
            // Reads while the health does not show the outage yet, and once more after it does.
            health = health(site);
            HttpResponse<String> page = site.get("/", "Cookie", cookie);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("<li>" + pair.replica().name() + "</li>");
        } while (health.equals(Status.UP));
    }

    @Test
    void anInstanceStartsWithoutTheReplicaAndUsesItWhenItComes() throws SQLException {
        pair.replica().cable().cut();
        try (Site late = Site.start(pair, "web-app-3")) {
            assertThat(late.get("/readyz").statusCode()).isEqualTo(200);
            assertThat(late.get("/").body()).contains(pair.primary().name());
            assertThat(health(late)).isEqualTo(Status.UP);
            assertThat(lacks(late)).contains("A replica does not respond");

            pair.heal();

            await().until(() -> late.get("/").body().contains(pair.replica().name()));
            assertThat(lacks(late)).isEmpty();
        }
    }

    @Test
    void anInstanceStartsWithoutThePrimaryAndWritesWhenItComes() throws SQLException {
        pair.primary().cable().cut();
        try (Site late = Site.start(pair, "web-app-3")) {
            assertThat(late.get("/readyz").statusCode()).isEqualTo(200);
            assertThat(late.get("/").body()).contains(pair.replica().name());
            assertThat(late.publish("Too early", "Not yet.").statusCode()).isEqualTo(503);
            assertThat(health(late)).isEqualTo(Status.DOWN);
            assertThat(lacks(late)).contains("nothing can be written");

            pair.heal();

            await().until(() -> late.publish("In time", "Now.").statusCode() == 303);
            assertThat(health(late)).isEqualTo(Status.UP);
        }
    }

    @Test
    void anInstanceStartsWithoutAnyNodeAndServesWhenTheyCome() throws SQLException {
        pair.primary().cable().cut();
        pair.replica().cable().cut();
        try (Site late = Site.start(pair, "web-app-3")) {
            assertThat(late.get("/readyz").statusCode()).isEqualTo(200);
            assertThat(late.get("/").statusCode()).isEqualTo(503);
            assertThat(late.get("/").headers().firstValue("Retry-After")).isPresent();
            assertThat(health(late)).isEqualTo(Status.DOWN);

            pair.heal();

            await().until(() -> late.get("/").body().contains(pair.replica().name()));
            await().until(() -> late.publish("In time", "Now.").statusCode() == 303);
        }
    }

    private void assertReady() {
        assertThat(sites).allSatisfy(site -> assertThat(site.get("/readyz").statusCode()).isEqualTo(200));
    }

    private static Status health(Site site) {
        return replication(site).getStatus();
    }

    private static String lacks(Site site) {
        return String.valueOf(replication(site).getDetails().getOrDefault("lacks", ""));
    }

    private static Health replication(Site site) {
        return Objects.requireNonNull(site.bean("replicationHealthIndicator", HealthIndicator.class).health());
    }

    private void awaitReadsFrom(String node) {
        await().until(() -> sites.stream().allMatch(site -> site.get("/").body().contains("<li>" + node + "</li>")));
    }

    private void awaitWritable() {
        await().until(() -> sites.stream().allMatch(site -> site.publish("Whole", "It works.").statusCode() == 303));
    }
}

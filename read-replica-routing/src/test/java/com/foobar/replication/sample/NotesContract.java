package com.foobar.replication.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import com.foobar.replication.pair.DatabasePair;
import com.foobar.replication.status.Applier;
import com.foobar.replication.status.ConsistencyToken;
import com.foobar.replication.status.ReplicationStatus;
import com.foobar.replication.status.Role;

import static com.foobar.replication.pair.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

/** The first steps of a new user of the library: two URLs, and the account in Spring's own properties. */
abstract class NotesContract {

    private final DatabasePair pair;
    private final HttpClient client = HttpClient.newHttpClient();
    private ConfigurableApplicationContext application;

    NotesContract(DatabasePair pair) {
        this.pair = pair;
    }

    @BeforeEach
    void startWithTwoLinesOfConfiguration() throws SQLException {
        pair.heal();
        pair.primary().execute("drop table if exists foobar.note",
                "create table foobar.note (id int auto_increment primary key, title text)");
        application = SpringApplication.run(NotesApplication.class, "--server.port=0",
                "--spring.datasource.username=" + pair.application().username(),
                "--spring.datasource.password=" + pair.application().password(),
                "--foobar.replication.nodes[0].url=" + pair.primary().url(),
                "--foobar.replication.nodes[1].url=" + pair.replica().url());
        await().until(() -> application.getBean(ReplicationStatus.class).nodes().stream()
                .anyMatch(node -> node.applier() == Applier.RUNNING));
    }

    @AfterEach
    void stop() {
        application.close();
        client.close();
    }

    @Test
    void readsGoToTheReplicaWritesToThePrimaryAndAWriterReadsTheOwnWrite() throws Exception {
        HttpResponse<String> written = send(request().POST(BodyPublishers.ofString("Remember the milk")));
        String token = written.headers().firstValue(ConsistencyToken.HEADER).orElseThrow();

        HttpResponse<String> read = send(request().header(ConsistencyToken.HEADER, token));

        assertThat(read.body()).isEqualTo("[\"Remember the milk\"]");
        assertThat(transactions("primary")).isPositive();
        await().untilAsserted(() -> {
            assertThat(send(request()).body()).contains("milk");
            assertThat(transactions("replica")).isPositive();
        });
    }

    @Test
    void theApplicationIsToldHowItsNodesAre() {
        assertThat(application.getBean(ReplicationStatus.class).nodes()).satisfiesExactly(primary -> {
            assertThat(primary.role()).isEqualTo(Role.PRIMARY);
            assertThat(primary.writable()).isTrue();
            assertThat(primary.position()).isNotNull();
        }, replica -> {
            assertThat(replica.role()).isEqualTo(Role.REPLICA);
            assertThat(replica.writable()).isFalse();
            assertThat(replica.behind()).isFalse();
        });
    }

    private double transactions(String role) {
        return application.getBean(MeterRegistry.class).find("foobar.replication.transactions").tag("role", role)
                .counters().stream().mapToDouble(Counter::count).sum();
    }

    private HttpRequest.Builder request() {
        String port = application.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/notes"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}

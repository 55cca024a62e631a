package com.foobar.web.infrastructure.failover;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.foobar.web.infrastructure.failover.Failover.Agent;
import com.foobar.web.infrastructure.failover.Failover.Lease;

/** Asks the agents for their state. */
final class Agents implements AutoCloseable {

    /** Much longer than an agent of the same site takes, and short for somebody who waits for the page. */
    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final int LONGEST_RESPONSE = 16_384;

    private static final Logger logger = LoggerFactory.getLogger(Agents.class);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final JsonMapper json = new JsonMapper();
    private final List<URI> addresses;

    Agents(List<URI> addresses) {
        this.addresses = addresses;
    }

    /** Returns the state of each agent. All are asked at the same time. */
    List<Agent> ask() {
        List<CompletableFuture<Agent>> responses = addresses.stream().map(this::ask).toList();
        return responses.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<Agent> ask(URI agent) {
        HttpRequest request = HttpRequest.newBuilder(agent.resolve("/state")).timeout(TIMEOUT).build();
        return client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_RESPONSE))
                .thenApply(response -> response.statusCode() == 200 ? parse(agent, response.body()) : silent(agent))
                .exceptionally(failure -> {
                    logger.debug("The agent {} does not say how it is.", agent, failure);
                    return silent(agent);
                });
    }

    private static Agent silent(URI agent) {
        return new Agent(agent.getHost(), null, false);
    }

    /**
     * Reads a response.
     *
     * @throws JacksonException if it is not JSON
     */
    private Agent parse(URI agent, String body) {
        JsonNode state = json.readTree(body);
        String node = text(state, "node");
        Lease lease = new Lease(text(state, "leader"), text(state, "primary"), text(state, "partner"),
                state.path("term").asLong(0));
        return new Agent(node == null ? agent.getHost() : node, lease, state.path("storeReachable").asBoolean(false));
    }

    private static @Nullable String text(JsonNode state, String name) {
        return state.path(name).isString() ? state.path(name).stringValue() : null;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

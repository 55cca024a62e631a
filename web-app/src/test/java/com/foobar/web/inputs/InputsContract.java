package com.foobar.web.inputs;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.foobar.replication.pair.DatabasePair;
import com.foobar.web.Site;
import com.foobar.web.api.document.Contract;
import com.foobar.web.inputs.RawClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** Sends each endpoint requests that it does not expect: without an account, in a session, and with a token. */
abstract class InputsContract {

    /**
     * The same seed in each build, so that a build fails only because of a change; -Dinputs.seed=… tries other
     * requests.
     */
    private static final long SEED = Long.getLong("inputs.seed", 20_261_125L);

    /** How many malformed requests each endpoint gets for each kind of user. The nightly run sends more of them. */
    private static final int ROUNDS = Integer.getInteger("inputs.rounds", 6);
    private static final int MOST_TWISTS = 2;
    private static final int FAULT = 500;
    private static final int MOST_SHOWN = 12;

    private final Site site;
    private final RawClient client;
    private final Contract contract = new Contract();
    private final RandomGenerator random = new Random(SEED);

    InputsContract(DatabasePair pair) {
        this.site = Site.twoOver(pair).get(0);
        this.client = new RawClient(site.port());
    }

    @Test
    void whateverIsSentTheSiteIsNotAtFault() throws IOException {
        ArrayList<String> faults = new ArrayList<>();
        Caller caller = new Caller(site);
        for (Endpoint endpoint : Endpoint.all(site)) {
            for (Caller.Kind kind : Caller.Kind.values()) {
                caller.settle();
                for (int round = 0; round < ROUNDS; round++) {
                    RawRequest request = twisted(endpoint, kind, caller);
                    Answer answer = client.send(request);
                    if (answer.status() >= FAULT || (answer.status() == 0 && request.missing == 0)) {
                        faults.add("%d to %s of %s: %s".formatted(answer.status(), endpoint, kind, request));
                    }
                }
            }
        }
        assertThat(faults.stream().limit(MOST_SHOWN).collect(Collectors.joining("\n")))
                .as("%d faults with -Dinputs.seed=%d", faults.size(), SEED).isEmpty();
    }

    @SuppressWarnings("EnumOrdinal") // A random one of all.
    private RawRequest twisted(Endpoint endpoint, Caller.Kind kind, Caller caller) {
        RawRequest request = plain(endpoint, kind, caller);
        int twists = 1 + random.nextInt(MOST_TWISTS);
        for (int i = 0; i < twists; i++) {
            Twist.values()[random.nextInt(Twist.values().length)].apply(request, endpoint, random);
        }
        return request;
    }

    /** Returns a request that the endpoint expects. */
    private RawRequest plain(Endpoint endpoint, Caller.Kind kind, Caller caller) {
        RawRequest request = new RawRequest(endpoint.method(), endpoint.path(caller::addressOf));
        caller.authorize(request, kind);
        request.with("X-Forwarded-For", Caller.someAddress());
        if (endpoint.isOfApi()) {
            request.with("If-Match", "*").with("Accept", "application/json");
        }
        if (endpoint.takesJson()) {
            json(endpoint).ifPresent(body -> request.withBody("application/json", RawRequest.bytesOf(body)));
        } else if (endpoint.method().equals("POST")) {
            request.withBody("application/x-www-form-urlencoded", endpoint.fields().stream()
                    .map(field -> field + "=" + URLEncoder.encode(value(field), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&")));
        }
        return request;
    }

    private Optional<String> json(Endpoint endpoint) {
        return contract.operations().stream().filter(operation -> operation.toString().equals(endpoint.toString()))
                .findFirst().flatMap(Contract.Operation::bodySchema)
                .map(schema -> contract.example(schema).toPrettyString());
    }

    private String value(String field) {
        return Map.of("title", "A title " + random.nextInt(), "body", "A body.", "tags", "java, go", "username",
                "someone" + random.nextInt(1_000_000), "password", "correct horse battery", "version", "0")
                .getOrDefault(
                        field, "1");
    }
}

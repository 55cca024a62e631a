package com.foobar.gateway.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

import com.foobar.gatewayview.GatewayView;

/**
 * Asks every server whether it is ready, without a thread for any of them and never twice at the same time; and tells
 * it what this gateway makes of all of them.
 */
final class HealthChecks {

    private static final int NOT_READY = 503;
    private static final int NOTHING_BEHIND = 504;
    private static final String SERVED_BY = "X-Served-By";

    private final Pool pool;
    private final HealthProperties properties;
    private final HttpClient client;
    private final ViewHeader view;
    private final Set<Server> underWay = ConcurrentHashMap.newKeySet();

    HealthChecks(Pool pool, HealthProperties properties, HttpClient client, ViewHeader view) {
        this.pool = pool;
        this.properties = properties;
        this.client = client;
        this.view = view;
    }

    private record Answer(int status, @Nullable String servedBy) {

        static Answer of(HttpClientResponse response) {
            return new Answer(response.status().code(), response.responseHeaders().get(SERVED_BY));
        }

        boolean isGood() {
            return status >= 200 && status < 300;
        }
    }

    /** Asks all that are not being asked already; ends when each has answered or failed to. */
    Mono<Void> checkAll() {
        String seen = view.of(pool.servers());
        return Flux.fromIterable(pool.servers())
                .filter(server -> server.machine().isChecked() && underWay.add(server))
                .flatMap(server -> check(server, seen).doFinally(signal -> underWay.remove(server)), Integer.MAX_VALUE)
                .then();
    }

    private Mono<Void> check(Server server, String seen) {
        AtomicBoolean connected = new AtomicBoolean();
        return client.remoteAddress(server::address).headers(headers -> headers.set(GatewayView.HEADER, seen))
                .doOnRequest((request, connection) -> connected.set(true)).get().uri(properties.path())
                .responseSingle((response, body) -> body.thenReturn(Answer.of(response))
                        .switchIfEmpty(Mono.just(Answer.of(response))))
                .timeout(properties.timeout()).doOnNext(answer -> answered(server, answer))
                .onErrorResume(failure -> Mono.fromRunnable(() -> unanswered(server, failure, connected.get()))).then();
    }

    private void answered(Server server, Answer answer) {
        server.path(answer.isGood() ? server.path().passed(answer.servedBy())
                : server.path().failed(answer.servedBy()));
        if (answer.isGood()) {
            pool.update(server, machine -> machine.checkPassed(System.nanoTime()));
        } else if (answer.status() == NOT_READY) {
            pool.update(server, machine -> machine.checkRefused("its check says not ready (503)"));
        } else {
            // A web server that waited in vain for its web-app: what else waits there can move on as well.
            failed(server, "answer " + answer.status(), answer.status() == NOTHING_BEHIND);
        }
    }

    private void unanswered(Server server, Throwable failure, boolean connected) {
        server.path(server.path().unanswered(connected));
        failed(server, Failures.describe(failure), true);
    }

    private void failed(Server server, String why, boolean noAnswer) {
        pool.update(server, machine -> machine.checkFailed("its checks fail: " + why, noAnswer));
    }
}

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
 * Sends the health checks to all servers. No check holds a thread, and a server never has two checks at the same time.
 * Each check also tells the server how this gateway sees all servers ({@link ViewHeader}).
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

    private record Response(int status, @Nullable String servedBy) {

        static Response of(HttpClientResponse response) {
            return new Response(response.status().code(), response.responseHeaders().get(SERVED_BY));
        }

        boolean isGood() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * Checks all servers, except those in maintenance and those with a check that has not ended yet. Completes when
     * each check has passed or failed.
     */
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
                .responseSingle((response, body) -> body.thenReturn(Response.of(response))
                        .switchIfEmpty(Mono.just(Response.of(response))))
                .timeout(properties.timeout()).doOnNext(response -> responded(server, response))
                .onErrorResume(failure -> Mono.fromRunnable(() -> noResponse(server, failure, connected.get()))).then();
    }

    private void responded(Server server, Response response) {
        server.path(response.isGood() ? server.path().passed(response.servedBy())
                : server.path().failed(response.servedBy()));
        if (response.isGood()) {
            pool.update(server, machine -> machine.checkPassed(System.nanoTime()));
        } else if (response.status() == NOT_READY) {
            pool.update(server, machine -> machine.checkRefused("its check says not ready (503)"));
        } else {
            // 504: the web server waited for its web-app in vain; other requests that wait there may move on as well.
            failed(server, "status " + response.status(), response.status() == NOTHING_BEHIND);
        }
    }

    private void noResponse(Server server, Throwable failure, boolean connected) {
        server.path(server.path().noResponse(connected));
        failed(server, Failures.describe(failure), true);
    }

    private void failed(Server server, String why, boolean silent) {
        pool.update(server, machine -> machine.checkFailed("its checks fail: " + why, silent));
    }
}

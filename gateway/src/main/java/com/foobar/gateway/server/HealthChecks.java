package com.foobar.gateway.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Asks every server whether it is ready, without a thread for any of them and never twice at the same time. */
final class HealthChecks {

    private static final int NOT_READY = 503;

    private final Pool pool;
    private final HealthProperties properties;
    private final HttpClient client;
    private final Set<Server> underWay = ConcurrentHashMap.newKeySet();

    HealthChecks(Pool pool, HealthProperties properties, HttpClient client) {
        this.pool = pool;
        this.properties = properties;
        this.client = client;
    }

    void checkAll() {
        for (Server server : pool.servers()) {
            if (server.machine().isChecked() && underWay.add(server)) {
                check(server).doFinally(signal -> underWay.remove(server)).subscribe();
            }
        }
    }

    Mono<Void> check(Server server) {
        return client.remoteAddress(server::address).get().uri(properties.path())
                .responseSingle((response, body) -> body.thenReturn(response.status().code())
                        .switchIfEmpty(Mono.just(response.status().code())))
                .timeout(properties.timeout()).doOnNext(status -> answered(server, status))
                .onErrorResume(failure -> Mono.fromRunnable(() -> failed(server, Failures.describe(failure), true)))
                .then();
    }

    private void answered(Server server, int status) {
        if (status >= 200 && status < 300) {
            pool.update(server, machine -> machine.checkPassed(System.nanoTime()));
        } else if (status == NOT_READY) {
            pool.update(server, machine -> machine.checkRefused("its check says not ready (503)"));
        } else {
            failed(server, "answer " + status, false);
        }
    }

    private void failed(Server server, String why, boolean noAnswer) {
        pool.update(server, machine -> machine.checkFailed("its checks fail: " + why, noAnswer));
    }
}

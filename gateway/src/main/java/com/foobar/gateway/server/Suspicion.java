package com.foobar.gateway.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Asks a suspected server and another one for the same page, so that no client's choice of requests decides over a
 * server: the suspected server is ejected only where it fails what the other one answers well.
 */
final class Suspicion implements PoolListener {

    /** A page takes longer than a check, and a server that is merely busy is not to be taken for a failing one. */
    private static final int PATIENCE = 4;

    private static final Logger logger = LoggerFactory.getLogger(Suspicion.class);

    private final Pool pool;
    private final HttpClient client;
    private final EjectionProperties ejection;
    private final HealthProperties health;
    private final Set<Server> underWay = ConcurrentHashMap.newKeySet();

    Suspicion(Pool pool, HttpClient client, EjectionProperties ejection, HealthProperties health) {
        this.pool = pool;
        // A page of a session comes from the application itself, never from a cache on the way.
        this.client = client.headers(headers -> headers.set("Cookie", "__Host-gateway-check=1"));
        this.ejection = ejection;
        this.health = health;
    }

    @Override
    public void suspected(Server server, Server other, String why) {
        if (!underWay.add(server)) {
            return;
        }
        Mono.zip(answersWell(server), answersWell(other), (itself, another) -> {
            if (!itself && another) {
                pool.eject(server, why, System.nanoTime());
            } else {
                logger.info("{} is suspected ({}), and stays: its page was {}, that of {} {}", server.name(), why,
                        itself ? "right" : "wrong", other.name(), another ? "right" : "wrong");
                pool.clear(server);
            }
            return itself;
        }).then(Mono.delay(health.interval())).doFinally(end -> underWay.remove(server)).subscribe();
    }

    private Mono<Boolean> answersWell(Server server) {
        return client.remoteAddress(server::address).get().uri(ejection.checkPath())
                .responseSingle(
                        (response, body) -> body.then(Mono.just(!Failures.isOfServer(response.status().code()))))
                .timeout(health.timeout().multipliedBy(PATIENCE)).onErrorReturn(false);
    }
}

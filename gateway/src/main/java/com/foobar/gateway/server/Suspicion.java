package com.foobar.gateway.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Requests the same page from a suspected server and from another server. The suspected server is ejected only if it
 * fails this request and the other server does not. So no client can get a healthy server ejected.
 */
final class Suspicion implements PoolListener {

    /**
     * The timeout is this many times the timeout of a health check, because a page takes longer than a check, and a
     * busy server must not count as a failing server.
     */
    private static final int PATIENCE = 4;

    private static final Logger logger = LoggerFactory.getLogger(Suspicion.class);

    private final Pool pool;
    private final HttpClient client;
    private final EjectionProperties ejection;
    private final HealthProperties health;
    private final Set<Server> underWay = ConcurrentHashMap.newKeySet();

    Suspicion(Pool pool, HttpClient client, EjectionProperties ejection, HealthProperties health) {
        this.pool = pool;
        // With the cookie of a session, the response comes from the web-app itself, never from the web server's cache.
        this.client = client.headers(headers -> headers.set("Cookie", "__Host-gateway-check=1"));
        this.ejection = ejection;
        this.health = health;
    }

    @Override
    public void suspected(Server server, Server other, String why) {
        if (!underWay.add(server)) {
            return;
        }
        Mono.zip(respondsWell(server), respondsWell(other), (itself, another) -> {
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

    private Mono<Boolean> respondsWell(Server server) {
        return client.remoteAddress(server::address).get().uri(ejection.checkPath())
                .responseSingle(
                        (response, body) -> body.then(Mono.just(!Failures.isOfServer(response.status().code()))))
                .timeout(health.timeout().multipliedBy(PATIENCE)).onErrorReturn(false);
    }
}

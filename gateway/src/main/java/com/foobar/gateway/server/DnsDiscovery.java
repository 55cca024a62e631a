package com.foobar.gateway.server;

import java.net.InetAddress;
import java.net.URI;
import java.util.Comparator;
import java.util.List;

import io.netty.util.NetUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import com.foobar.gateway.server.PoolProperties.Dns;
import com.foobar.gateway.server.PoolProperties.ServerProperties;

/**
 * Keeps the pool's servers equal to the addresses of a DNS name. A lookup that fails or finds no address changes
 * nothing.
 */
final class DnsDiscovery {

    /** Looks up the present addresses of a host name. */
    @FunctionalInterface
    interface Lookup {

        /** Returns the addresses of the name; fails if the name is unknown or the lookup fails. */
        Mono<List<InetAddress>> of(String name);
    }

    private static final Logger logger = LoggerFactory.getLogger(DnsDiscovery.class);

    private final Pool pool;
    private final Dns dns;
    private final Lookup lookup;

    DnsDiscovery(Pool pool, Dns dns, Lookup lookup) {
        this.pool = pool;
        this.dns = dns;
        this.lookup = lookup;
    }

    /** Looks the name up once, and gives the addresses to the pool; completes even if the lookup fails. */
    Mono<Void> follow() {
        return lookup.of(dns.name()).doOnNext(this::takeOver)
                .doOnError(
                        failure -> logger.debug("Looking up {} failed, its last addresses stay", dns.name(), failure))
                .onErrorComplete().then();
    }

    private void takeOver(List<InetAddress> addresses) {
        if (!addresses.isEmpty()) {
            pool.replace(addresses.stream().map(this::server).distinct()
                    .sorted(Comparator.comparing(ServerProperties::name)).toList());
        }
    }

    private ServerProperties server(InetAddress address) {
        String literal = NetUtil.toSocketAddressString(NetUtil.toAddressString(address), dns.port());
        return new ServerProperties(literal, URI.create("http://" + literal), 1, false);
    }
}

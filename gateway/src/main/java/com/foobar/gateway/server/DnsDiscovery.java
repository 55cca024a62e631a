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

    private static final Logger logger = LoggerFactory.getLogger(DnsDiscovery.class);

    private final Pool pool;
    private final Dns dns;
    private final AddressLookup lookup;

    DnsDiscovery(Pool pool, Dns dns, AddressLookup lookup) {
        this.pool = pool;
        this.dns = dns;
        this.lookup = lookup;
    }

    /** Looks the name up once, and gives the addresses to the pool; completes even if the lookup fails. */
    Mono<Void> follow() {
        return lookup.lookup(dns.name()).doOnNext(this::takeOver)
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

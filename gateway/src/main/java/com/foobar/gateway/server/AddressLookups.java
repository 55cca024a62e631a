package com.foobar.gateway.server;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

import io.netty.channel.EventLoop;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.NoopDnsCache;
import io.netty.resolver.dns.NoopDnsCnameCache;
import io.netty.util.concurrent.Future;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.TcpResources;

/** Name lookups that use a result for at most one second, because containers change their address within seconds. */
public final class AddressLookups {

    private static final Duration LONGEST = Duration.ofSeconds(1);

    private AddressLookups() {}

    /**
     * Returns a copy of the client that uses the result of a name lookup for at most one second, even if the DNS record
     * has a longer lifetime, and that does not cache failed lookups.
     */
    public static HttpClient freshNames(HttpClient client) {
        return client.resolver(names -> names.cacheMaxTimeToLive(LONGEST).cacheNegativeTimeToLive(Duration.ZERO));
    }

    /** Creates a lookup that asks the DNS server each time. */
    static DnsDiscovery.Lookup dns() {
        LoopResources loops = TcpResources.get();
        EventLoop loop = loops.onClient(true).next();
        DnsNameResolver resolver = new DnsNameResolverBuilder(loop)
                .datagramChannelFactory(() -> loops.onChannel(io.netty.channel.socket.DatagramChannel.class, loop))
                .resolveCache(NoopDnsCache.INSTANCE).cnameCache(NoopDnsCnameCache.INSTANCE).build();
        return name -> Mono.create(sink -> resolver.resolveAll(name).addListener((Future<List<InetAddress>> found) -> {
            if (found.isSuccess()) {
                sink.success(found.getNow());
            } else {
                sink.error(found.cause());
            }
        }));
    }
}

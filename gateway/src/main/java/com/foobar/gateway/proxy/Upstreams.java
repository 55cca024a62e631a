package com.foobar.gateway.proxy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.foobar.gateway.server.PoolListener;
import com.foobar.gateway.server.Server;

/** The connections to each server of the pool. */
final class Upstreams implements PoolListener {

    private final Map<Server, Upstream> upstreams = new ConcurrentHashMap<>();
    private final UpstreamProperties properties;

    Upstreams(UpstreamProperties properties) {
        this.properties = properties;
    }

    Upstream of(Server server) {
        Upstream known = upstreams.get(server);
        return known != null ? known : upstreams.computeIfAbsent(server, it -> new Upstream(it, properties));
    }

    Iterable<Upstream> all() {
        return upstreams.values();
    }

    @Override
    public void left(Server server) {
        Upstream upstream = upstreams.remove(server);
        if (upstream != null) {
            upstream.close();
        }
    }

    void close() {
        upstreams.values().forEach(Upstream::close);
        upstreams.clear();
    }
}

package com.foobar.gateway.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.foobar.gateway.server.PoolListener;
import com.foobar.gateway.server.Server;

/** Keeps the connection pool of each server, and of servers that have left and still have requests in flight. */
final class Upstreams implements PoolListener {

    private final Map<Server, Upstream> upstreams = new ConcurrentHashMap<>();
    private final Queue<Upstream> leaving = new ConcurrentLinkedQueue<>();
    private final UpstreamProperties properties;

    Upstreams(UpstreamProperties properties) {
        this.properties = properties;
    }

    /** Returns the connection pool of this server, created on first use. */
    Upstream of(Server server) {
        Upstream known = upstreams.get(server);
        return known != null ? known : upstreams.computeIfAbsent(server, it -> new Upstream(it, properties));
    }

    /** Returns the connection pools of all servers, and of servers that have left but still have open connections. */
    Iterable<Upstream> all() {
        List<Upstream> all = new ArrayList<>(upstreams.values());
        all.addAll(leaving);
        return all;
    }

    @Override
    public void left(Server server) {
        Upstream upstream = upstreams.remove(server);
        if (upstream != null) {
            leaving.add(upstream);
            upstream.close();
        }
    }

    @Override
    public void tick(long now) {
        leaving.removeIf(Upstream::isEmpty);
    }

    void close() {
        upstreams.values().forEach(Upstream::close);
        upstreams.clear();
        leaving.clear();
    }
}

package com.foobar.gateway.proxy;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import reactor.netty.NettyPipeline;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import com.foobar.gateway.server.AddressLookups;
import com.foobar.gateway.server.Server;

/** The client and the connection pool of one server. */
final class Upstream {

    private final ConnectionProvider connections;
    private final HttpClient client;
    private final Uploads uploads;
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

    Upstream(Server server, UpstreamProperties properties) {
        this.uploads = new Uploads(properties.maxUploads());
        // LIFO: the connection used last is used next, so that connections not needed in a quieter time become idle.
        this.connections = ConnectionProvider.builder(server.name()).maxConnections(properties.maxConnections())
                .pendingAcquireMaxCount(properties.maxPending()).pendingAcquireTimeout(properties.responseTimeout())
                .maxIdleTime(properties.maxIdle()).maxLifeTime(properties.maxLife())
                .evictInBackground(properties.maxIdle().dividedBy(2)).lifo().build();
        this.client = AddressLookups.freshNames(HttpClient.create(connections)).remoteAddress(server::address)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) properties.connectTimeout().toMillis())
                .option(ChannelOption.TCP_NODELAY, true)
                .httpResponseDecoder(spec -> spec.maxHeaderSize(64 * 1024).validateHeaders(false))
                .doOnChannelInit((observer, channel, address) -> {
                    channels.add(channel);
                    channel.pipeline()
                            .addBefore(NettyPipeline.ReactiveBridge, null, new Upgrades())
                            .addBefore(NettyPipeline.ReactiveBridge, null, new InformationalResponses())
                            .addBefore(NettyPipeline.ReactiveBridge, null, new ResponseBuffer());
                }).disableRetry(true);
    }

    HttpClient client() {
        return client;
    }

    Uploads uploads() {
        return uploads;
    }

    /** Returns all open connections, in use or not. */
    Iterable<Channel> channels() {
        return channels;
    }

    boolean isEmpty() {
        return channels.isEmpty();
    }

    /** Closes the connections that are not in use, and the others when they become free. */
    void close() {
        connections.disposeLater().subscribe();
    }
}

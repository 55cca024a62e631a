package com.foobar.gateway.server;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

import com.foobar.gateway.balancing.Algorithm;
import com.foobar.gateway.balancing.Mode;
import com.foobar.gateway.settings.Require;
import com.foobar.gatewayview.ServerView;

/**
 * The settings of the pool: the servers, and how requests are shared among them.
 *
 * @param algorithm how a server is chosen for a request
 * @param mode whether all servers share the traffic, or servers on standby wait until they are needed
 * @param servers the servers, if they are a fixed list; empty with DNS discovery
 * @param dns the name for DNS discovery; null with a fixed list
 */
public record PoolProperties(@DefaultValue("round-robin") Algorithm algorithm,
        @DefaultValue("active-active") Mode mode, @DefaultValue List<ServerProperties> servers, @Nullable Dns dns) {

    public PoolProperties {
        servers = List.copyOf(servers);
        Require.that(servers.isEmpty() != (dns == null),
                "pool needs either servers or dns.name to know where requests go, and not both");
        long names = servers.stream().map(ServerProperties::name).distinct().count();
        Require.that(names == servers.size(), "pool.servers has two servers of the same name");
    }

    /**
     * The settings of one server.
     *
     * @param name the server's name in logs, in metrics and on the page
     * @param uri the server's address: {@code http://host:port}
     * @param weight the server's share of the traffic relative to other servers, from 1 to 256
     * @param standby whether the server is on standby, which has an effect only in mode active-passive
     */
    public record ServerProperties(String name, URI uri, @DefaultValue("1") int weight, boolean standby) {

        public ServerProperties {
            Require.that(name != null && !name.isBlank(), "pool.servers needs a name for each server");
            Require.that(ServerView.isName(name), "pool.servers: the name '" + name
                    + "' must be 1 to 63 letters, digits, dots, dashes, underscores, colons or brackets");
            Require.that(uri != null && Objects.equals(uri.getScheme(), "http") && uri.getHost() != null
                    && uri.toString().equals("http://" + uri.getAuthority()) && uri.getUserInfo() == null,
                    "pool.servers: the uri of " + name + " must be like http://host:port, but is '" + uri + "'");
            Require.that(weight >= 1 && weight <= 256,
                    "pool.servers: the weight of " + name + " must be from 1 to 256, but is " + weight);
        }
    }

    /**
     * DNS discovery: each address of a DNS name is a server.
     *
     * @param name the name that is looked up
     * @param port the port on which every server listens
     * @param interval the time between two lookups
     */
    public record Dns(String name, @DefaultValue("8080") int port, @DefaultValue("2s") Duration interval) {

        public Dns {
            Require.that(name != null && !name.isBlank(), "pool.dns needs a name to look up");
            Require.that(port >= 1 && port <= 65535, "pool.dns.port must be from 1 to 65535, but is " + port);
            Require.atLeastOneMillisecond("pool.dns.interval", interval);
        }
    }
}

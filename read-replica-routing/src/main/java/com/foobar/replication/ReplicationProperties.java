package com.foobar.replication;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

import com.foobar.replication.node.NodeAddress;

/**
 * The database nodes, and the application's account on them.
 *
 * @param nodes in any order: the routing finds out by itself which of them is the primary
 * @param username the account's name; spring.datasource.username if not set
 * @param password the account's password; spring.datasource.password if not set
 */
@ConfigurationProperties("foobar.replication")
record ReplicationProperties(@DefaultValue List<NodeProperties> nodes,
        @Nullable String username, @Nullable String password) {

    ReplicationProperties {
        nodes = List.copyOf(nodes);
        Assert.isTrue(!nodes.isEmpty(),
                "foobar.replication.nodes names no database: give at least foobar.replication.nodes[0].url.");
        Assert.isTrue(username == null || StringUtils.hasText(username),
                "foobar.replication.username must name the application's account.");
        Assert.isTrue(nodes.stream().map(node -> node.address().name()).distinct().count() == nodes.size(),
                "foobar.replication.nodes must give each node a name of its own.");
        Assert.isTrue(nodes.stream().map(NodeProperties::kind).distinct().count() == 1,
                "foobar.replication.nodes must be of one kind: either all jdbc:mysql: or all jdbc:mariadb:.");
    }

    List<NodeAddress> addresses() {
        return nodes.stream().map(NodeProperties::address).toList();
    }

    @Override
    public String toString() {
        return "ReplicationProperties[nodes=" + nodes + ", username=" + username + "]";
    }

    /**
     * A database node.
     *
     * @param name what logs, metrics and pages call the node; the URL's host and port if not set
     * @param url a JDBC URL; parameters in it take precedence over those that the routing sets
     */
    record NodeProperties(@Nullable String name, @DefaultValue("") String url) {

        /** A URL whose host and port, the first group, follow two slashes and an optional account. */
        private static final Pattern WITH_HOST = Pattern.compile("[^/?]*//(?:[^/?]*@)?([^/?@(=]+)(?:[/?].*)?",
                Pattern.DOTALL);

        NodeProperties {
            Assert.isTrue(url.startsWith("jdbc:mysql:") || url.startsWith("jdbc:mariadb:"),
                    "foobar.replication.nodes[].url must begin with jdbc:mysql: or jdbc:mariadb:.");
            Assert.isTrue(StringUtils.hasText(name) || WITH_HOST.matcher(url).matches(),
                    "foobar.replication.nodes[].name must be set where the url is not of the form "
                            + "jdbc:mysql://host:port/database.");
        }

        NodeAddress address() {
            return new NodeAddress(StringUtils.hasText(name) ? name : host(), url);
        }

        private String kind() {
            return url.substring(0, url.indexOf(':', "jdbc:".length()));
        }

        /** Returns the host and port without a user and password, because logs and pages show names. */
        private String host() {
            Matcher parts = WITH_HOST.matcher(url);
            Assert.state(parts.matches(), "The constructor has checked the URL.");
            return parts.group(1);
        }

        /** Returns the name only, because the URL may hold a password. */
        @Override
        public String toString() {
            return "NodeProperties[" + address().name() + "]";
        }
    }
}

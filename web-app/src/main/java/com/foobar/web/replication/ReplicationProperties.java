package com.foobar.web.replication;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The database's nodes, and the application's account on them.
 *
 * @param nodes
 *            in any order: which is the primary is found by asking
 */
@ConfigurationProperties("foobar.replication")
@Validated
record ReplicationProperties(
        @NotEmpty(message = "names no database: give at least foobar.replication.nodes[0].name and .url.") List<@Valid NodeProperties> nodes,
        @NotBlank(message = "must name the application's account.") String username,
        @DefaultValue("") String password) {

    @AssertTrue(message = "must give each node a name of its own.")
    boolean isEachNameUnique() {
        return nodes.stream().map(NodeProperties::name).distinct().count() == nodes.size();
    }

    @AssertTrue(message = "must be of one kind: either all jdbc:mysql: or all jdbc:mariadb:.")
    boolean isOfOneKind() {
        return nodes.stream().map(node -> node.url().replaceFirst("^(jdbc:[a-z]+:).*", "$1"))
                .collect(Collectors.toSet()).size() == 1;
    }

    @Override
    public String toString() {
        return "ReplicationProperties[nodes=" + nodes + ", username=" + username + "]";
    }

    /**
     * A database node.
     *
     * @param name
     *            what logs, metrics and pages call it
     * @param url
     *            a JDBC URL, whose own parameters come before the routing's
     */
    record NodeProperties(@NotBlank(message = "must not be empty.") String name,
            @NotBlank(message = "must not be empty.") @Pattern(regexp = "jdbc:(mysql|mariadb):.*", message = "must begin with jdbc:mysql: or jdbc:mariadb:.") String url) {}
}

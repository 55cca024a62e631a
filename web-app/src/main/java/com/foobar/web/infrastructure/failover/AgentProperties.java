package com.foobar.web.infrastructure.failover;

import java.net.URI;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * The agents of the database nodes.
 *
 * @param agents the base URL of each agent, such as http://mysql-1:9105; empty if failover is by hand
 */
@ConfigurationProperties("foobar.infrastructure")
record AgentProperties(@DefaultValue List<URI> agents) {

    AgentProperties {
        agents = List.copyOf(agents);
        Assert.isTrue(agents.stream().allMatch(agent -> agent.getHost() != null),
                "foobar.infrastructure.agents must be URLs with a host, such as http://mysql-1:9105.");
    }
}

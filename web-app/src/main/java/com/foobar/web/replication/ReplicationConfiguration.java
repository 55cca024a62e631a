package com.foobar.web.replication;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import com.foobar.web.replication.node.Account;
import com.foobar.web.replication.node.Cluster;
import com.foobar.web.replication.node.NodeAddress;
import com.foobar.web.replication.node.Probers;
import com.foobar.web.replication.routing.OutageTranslator;
import com.foobar.web.replication.routing.RoutingDataSource;
import com.foobar.web.replication.session.PositionTokens;
import com.foobar.web.replication.session.SessionFilter;

/** Makes the application's DataSource one that routes; the one class that another application imports. */
@Configuration(proxyBeanMethods = false)
@Import({ FailoverConfiguration.class, HibernateConfiguration.class })
@EnableConfigurationProperties({ ReplicationProperties.class, ProbeProperties.class, PoolProperties.class,
        RoutingProperties.class, TokenProperties.class })
public class ReplicationConfiguration {

    @Bean
    Cluster databaseCluster(ReplicationProperties properties, PoolProperties pool, MeterRegistry meters) {
        return new Cluster(
                properties.nodes().stream().map(node -> new NodeAddress(node.name(), node.url())).toList(),
                account(properties), pool.settings(), meters, System::nanoTime);
    }

    @Bean
    ProbersLifecycle databaseProbers(Cluster cluster, ReplicationProperties properties, ProbeProperties probe) {
        return new ProbersLifecycle(new Probers(cluster, account(properties), probe.interval(), probe.timeout()));
    }

    @Bean
    RoutingDataSource dataSource(Cluster cluster, RoutingProperties routing, MeterRegistry meters) {
        return new RoutingDataSource(cluster, routing.settings(), meters);
    }

    @Bean
    SessionFilter databaseSessionFilter(TokenProperties token) {
        return new SessionFilter(new PositionTokens(token.key()));
    }

    @Bean
    NodeMetrics databaseNodeMetrics(Cluster cluster) {
        return new NodeMetrics(cluster);
    }

    @Bean
    ReplicationHealth replicationHealthIndicator(Cluster cluster, RoutingProperties routing) {
        return new ReplicationHealth(cluster, routing.maxLag());
    }

    @Bean
    OutageTranslator databaseExceptionTranslator(Cluster cluster) {
        return new OutageTranslator(cluster);
    }

    private static Account account(ReplicationProperties properties) {
        return new Account(properties.username(), properties.password());
    }
}

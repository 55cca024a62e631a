package com.foobar.replication;

import java.util.Objects;

import javax.sql.DataSource;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.filter.OncePerRequestFilter;

import com.foobar.replication.dialect.Dialect;
import com.foobar.replication.node.Cluster;
import com.foobar.replication.node.ConnectionPoolProperties;
import com.foobar.replication.node.Credentials;
import com.foobar.replication.node.Probers;
import com.foobar.replication.routing.OutageTranslator;
import com.foobar.replication.routing.RoutingDataSource;
import com.foobar.replication.routing.RoutingProperties;
import com.foobar.replication.session.ConsistencyTokens;
import com.foobar.replication.session.ReadYourWritesFilter;
import com.foobar.replication.status.ReplicationStatus;

/**
 * Auto-configuration of a {@link DataSource} that sends read-only transactions to a replica and all others to the
 * primary. It applies if {@code foobar.replication.nodes} names the nodes and the application defines no DataSource of
 * its own.
 */
@AutoConfiguration(before = { DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class })
@ConditionalOnProperty("foobar.replication.nodes[0].url")
@ConditionalOnMissingBean(DataSource.class)
@Import(FailoverConfiguration.class)
@EnableConfigurationProperties({ ReplicationProperties.class, ProbeProperties.class, ConnectionPoolProperties.class,
        RoutingProperties.class })
public final class ReadReplicaRoutingAutoConfiguration {

    @Bean
    Credentials databaseCredentials(ReplicationProperties properties,
            @Value("${spring.datasource.username:}") String username,
            @Value("${spring.datasource.password:}") String password) {
        return new Credentials(Objects.requireNonNullElse(properties.username(), username),
                Objects.requireNonNullElse(properties.password(), password));
    }

    @Bean
    Cluster databaseCluster(ReplicationProperties properties, Credentials credentials, ConnectionPoolProperties pool,
            ObjectProvider<MeterRegistry> meters) {
        return new Cluster(properties.addresses(), credentials, pool, orNone(meters), System::nanoTime);
    }

    @Bean
    ProbersLifecycle databaseProbers(Cluster cluster, Credentials credentials, ProbeProperties probe) {
        return new ProbersLifecycle(
                new Probers(cluster, credentials, probe.interval(), probe.timeout(), probe.termQuery()));
    }

    @Bean
    RoutingDataSource dataSource(Cluster cluster, RoutingProperties routing, ObjectProvider<MeterRegistry> meters) {
        return new RoutingDataSource(cluster, routing, orNone(meters));
    }

    @Bean
    ReplicationStatus replicationStatus(Cluster cluster, RoutingProperties routing) {
        return new ClusterStatus(cluster, routing.maxLag());
    }

    @Bean
    NodeMetrics databaseNodeMetrics(Cluster cluster) {
        return new NodeMetrics(cluster);
    }

    @Bean
    OutageTranslator databaseExceptionTranslator(Cluster cluster) {
        return new OutageTranslator(cluster);
    }

    private static MeterRegistry orNone(ObjectProvider<MeterRegistry> meters) {
        return meters.getIfAvailable(CompositeMeterRegistry::new);
    }

    /** Adds the health contributor {@code replication} if the application uses Spring Boot's health support. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(HealthIndicator.class)
    static class HealthConfiguration {

        @Bean
        ReplicationHealth replicationHealthIndicator(ReplicationStatus status) {
            return new ReplicationHealth(status);
        }
    }

    /** Configures Hibernate if the application uses it. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(HibernatePropertiesCustomizer.class)
    static class HibernateConfiguration {

        /**
         * Tells Hibernate the database product. Otherwise Hibernate would ask the database at startup, when no database
         * may be available yet.
         */
        @Bean
        HibernatePropertiesCustomizer databaseDialect(ReplicationProperties properties) {
            String product = Dialect.of(properties.addresses().getFirst().url()).productName();
            return hibernate -> hibernate.put("jakarta.persistence.database-product-name", product);
        }
    }

    /** Read-your-writes for the users of a servlet application. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @ConditionalOnClass(OncePerRequestFilter.class)
    @EnableConfigurationProperties(TokenProperties.class)
    static class ServletConfiguration {

        @Bean
        ReadYourWritesFilter databaseReadYourWritesFilter(TokenProperties token) {
            return new ReadYourWritesFilter(new ConsistencyTokens(token.key()));
        }
    }
}

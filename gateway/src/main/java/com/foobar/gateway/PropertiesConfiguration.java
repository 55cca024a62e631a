package com.foobar.gateway;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.foobar.gateway.admin.AdminProperties;
import com.foobar.gateway.admission.RateLimitProperties;
import com.foobar.gateway.edge.ShutdownProperties;
import com.foobar.gateway.proxy.RetryProperties;
import com.foobar.gateway.proxy.UpstreamProperties;
import com.foobar.gateway.server.EjectionProperties;
import com.foobar.gateway.server.HealthProperties;
import com.foobar.gateway.server.PoolProperties;
import com.foobar.gateway.settings.ClientProperties;
import com.foobar.gateway.settings.EdgeProperties;
import com.foobar.gateway.settings.Instance;

/**
 * Provides each group of settings as a bean, so that a package depends only on the settings that it needs. The groups
 * are not bound one by one, each with a prefix of its own: only {@link GatewayProperties}, which is bound to the whole
 * prefix, notices a setting whose group does not exist.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewayProperties.class)
class PropertiesConfiguration {

    @Bean
    Instance instance(@Value("${foobar.instance:}") String name) {
        return Instance.of(name);
    }

    @Bean
    static UnknownNames unknownNames() {
        return new UnknownNames();
    }

    @Bean
    PoolProperties poolProperties(GatewayProperties all) {
        return all.pool();
    }

    @Bean
    HealthProperties healthProperties(GatewayProperties all) {
        return all.health();
    }

    @Bean
    EjectionProperties ejectionProperties(GatewayProperties all) {
        return all.ejection();
    }

    @Bean
    UpstreamProperties upstreamProperties(GatewayProperties all) {
        return all.upstream();
    }

    @Bean
    RetryProperties retryProperties(GatewayProperties all) {
        return all.retry();
    }

    @Bean
    EdgeProperties edgeProperties(GatewayProperties all) {
        return all.edge();
    }

    @Bean
    ClientProperties clientProperties(GatewayProperties all) {
        return all.client();
    }

    @Bean
    RateLimitProperties rateLimitProperties(GatewayProperties all) {
        return all.rateLimit();
    }

    @Bean
    AdminProperties adminProperties(GatewayProperties all) {
        return all.admin();
    }

    @Bean
    ShutdownProperties shutdownProperties(GatewayProperties all) {
        return all.shutdown();
    }
}

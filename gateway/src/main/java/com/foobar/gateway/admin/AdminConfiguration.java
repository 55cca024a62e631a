package com.foobar.gateway.admin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.foobar.gateway.server.Pool;
import com.foobar.gateway.server.PoolProperties;
import com.foobar.gateway.settings.Instance;

@Configuration(proxyBeanMethods = false)
class AdminConfiguration {

    @Bean
    BalancerEndpoint balancerEndpoint(Pool pool, PoolProperties properties, Instance instance, AdminProperties admin) {
        return new BalancerEndpoint(pool, properties, instance, admin);
    }
}

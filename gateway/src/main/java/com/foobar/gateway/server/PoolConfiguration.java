package com.foobar.gateway.server;

import java.time.Duration;

import io.netty.channel.ChannelOption;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClient;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.foobar.gateway.server.PoolProperties.Dns;
import com.foobar.gateway.settings.Instance;

@Configuration(proxyBeanMethods = false)
class PoolConfiguration {

    @Bean
    Pool pool(PoolProperties properties, HealthProperties health, EjectionProperties ejection) {
        Pool pool = new Pool(properties, health, ejection);
        pool.listen(new PoolLog());
        pool.listen(new Suspicion(pool, checkClient(health), ejection, health));
        return pool;
    }

    @Bean
    PoolScheduler poolScheduler(Pool pool, PoolProperties properties, HealthProperties health, Instance instance) {
        ViewHeader view = new ViewHeader(instance.name());
        Dns dns = properties.dns();
        return new PoolScheduler(pool, new HealthChecks(pool, health, checkClient(health), view), health.interval(),
                followedName(pool, dns), dns == null ? Duration.ZERO : dns.interval(),
                health.timeout().multipliedBy(2));
    }

    private static @Nullable DnsDiscovery followedName(Pool pool, @Nullable Dns dns) {
        return dns == null ? null : new DnsDiscovery(pool, dns, AddressLookups.dns());
    }

    /** Opens a new connection for each check, so that a server which accepts no new connections does not pass. */
    private static HttpClient checkClient(HealthProperties health) {
        return AddressLookups.freshNames(HttpClient.newConnection())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) health.timeout().toMillis())
                .headers(headers -> headers.set("User-Agent", "gateway-check")).disableRetry(true);
    }
}

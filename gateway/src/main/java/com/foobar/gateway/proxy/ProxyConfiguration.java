package com.foobar.gateway.proxy;

import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.foobar.gateway.exchange.CutOffSignal;
import com.foobar.gateway.exchange.ForwardedHeaders;
import com.foobar.gateway.exchange.ResponseHeaders;
import com.foobar.gateway.server.Pool;
import com.foobar.gateway.server.PoolListener;
import com.foobar.gateway.settings.ClientProperties;
import com.foobar.gateway.settings.EdgeProperties;
import com.foobar.gateway.tracing.Traces;

@Configuration(proxyBeanMethods = false)
class ProxyConfiguration {

    /** Creates the only route, which matches every request; {@link BalancingFilter} chooses the server. */
    @Bean
    RouteLocator site() {
        Route route = Route.async().id("site").uri("http://pool").asyncPredicate(exchange -> Mono.just(true)).build();
        return () -> Flux.just(route);
    }

    @Bean(destroyMethod = "close")
    Upstreams upstreams(UpstreamProperties properties, Pool pool) {
        Upstreams upstreams = new Upstreams(properties);
        pool.listen(upstreams);
        return upstreams;
    }

    @Bean
    AttemptWatch attemptWatch(Upstreams upstreams, UpstreamProperties properties, Pool pool) {
        AttemptWatch watch = new AttemptWatch(upstreams, properties.responseTimeout());
        pool.listen(watch);
        return watch;
    }

    @Bean
    ServerMetrics serverMetrics(MeterRegistry registry, Pool pool) {
        ServerMetrics metrics = new ServerMetrics(registry);
        pool.listen(metrics);
        return metrics;
    }

    @Bean
    RetryPolicy retryPolicy(RetryProperties properties, Pool pool) {
        RetryBudget budget = new RetryBudget(properties.budget(), properties.minPerSecond(), System.nanoTime());
        pool.listen(new PoolListener() {

            @Override
            public void tick(long now) {
                budget.cap(pool.servers().stream().mapToDouble(server -> server.traffic().rate()).sum());
            }
        });
        return new RetryPolicy(properties, budget);
    }

    @Bean
    CutOffSignal cutOffSignal(Pool pool) {
        return pool::isCutOff;
    }

    @Bean
    BalancingFilter balancingFilter(Pool pool, Upstreams upstreams, RetryPolicy retries, ForwardedHeaders forwarded,
            ResponseHeaders responseHeaders, ServerMetrics metrics, Traces traces, EdgeProperties edge,
            ClientProperties clients) {
        return new BalancingFilter(
                new ProxyDependencies(pool, upstreams, retries, forwarded, responseHeaders, metrics, traces, edge,
                        clients));
    }
}

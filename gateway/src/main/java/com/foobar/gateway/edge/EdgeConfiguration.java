package com.foobar.gateway.edge;

import java.nio.file.Path;
import java.util.Objects;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.foobar.gateway.accesslog.AccessLog;
import com.foobar.gateway.admission.ClientUses;
import com.foobar.gateway.admission.RateLimit;
import com.foobar.gateway.admission.RejectionMetrics;
import com.foobar.gateway.connection.ClientConnections;
import com.foobar.gateway.connection.HeadLimits;
import com.foobar.gateway.exchange.CutOffSignal;
import com.foobar.gateway.exchange.ResponseHeaders;
import com.foobar.gateway.settings.EdgeProperties;
import com.foobar.gateway.settings.Instance;
import com.foobar.gateway.tracing.Traces;

@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

    @Bean
    Shutdown shutdown(ApplicationContext context, ShutdownProperties properties,
            ObjectProvider<ClientConnections> connections) {
        return new Shutdown(context, properties, connections);
    }

    @Bean
    EdgeFilter edgeFilter(EdgeProperties properties, HeadLimits limits, RateLimit rateLimit, ClientUses uses,
            RejectionMetrics rejections, ResponseHeaders responseHeaders, AccessLog accessLog, Traces traces) {
        return new EdgeFilter(properties, limits, rateLimit, uses, rejections, responseHeaders, accessLog, traces);
    }

    @Bean
    @ConditionalOnProperty("foobar.gateway.edge.http-port")
    RedirectServer redirectServer(@Value("${foobar.gateway.edge.http-port}") int port, EdgeProperties properties,
            HeadLimits limits, ClientConnections connections) {
        return new RedirectServer(port, properties, limits, connections);
    }

    @Bean
    @ConditionalOnProperty("foobar.gateway.edge.shared-address")
    SharedAddress sharedAddress(EdgeProperties properties, Instance instance, CutOffSignal cutOff,
            ObjectProvider<RedirectServer> redirect, ObjectProvider<ClientConnections> connections,
            MeterRegistry registry) {
        Path socket = Objects.requireNonNull(properties.sharedAddress());
        SharedAddress address = new SharedAddress(socket, instance.name(), cutOff, connections,
                () -> redirect.stream().map(RedirectServer::channel).filter(Objects::nonNull).findFirst());
        Gauge.builder("foobar.gateway.address.shared", address, it -> it.isShared() ? 1 : 0)
                .description("1 while this gateway gets connections at the shared address").register(registry);
        return address;
    }

    @Bean
    @ConditionalOnBean(SharedAddress.class)
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> httpsAtSharedAddress(SharedAddress address) {
        return factory -> factory
                .addServerCustomizers(server -> server.doOnBound(bound -> address.https(bound.channel())));
    }
}

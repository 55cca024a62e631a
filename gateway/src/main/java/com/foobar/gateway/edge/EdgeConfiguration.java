package com.foobar.gateway.edge;

import java.io.FileDescriptor;
import java.io.FileOutputStream;

import com.foobar.gateway.server.GatewayView;
import com.foobar.gateway.tracing.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.autoconfigure.NettyServerProperties;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

    @Bean
    Instance instance(@Value("${foobar.instance:}") String name) {
        return Instance.of(name);
    }

    @Bean
    GatewayView gatewayView(Instance instance) {
        return new GatewayView(instance.name());
    }

    @Bean
    Shutdown shutdown(ApplicationContext context, ShutdownProperties properties,
            ObjectProvider<ClientConnections> connections) {
        return new Shutdown(context, properties, connections);
    }

    @Bean
    ResponseHeaders responseHeaders(Instance instance, EdgeProperties properties, Shutdown shutdown) {
        return new ResponseHeaders(instance, properties, shutdown);
    }

    @Bean
    ForwardedHeaders forwardedHeaders(Instance instance, EdgeProperties properties) {
        return new ForwardedHeaders(instance, properties);
    }

    @Bean
    AccessLog accessLog(Instance instance, EdgeProperties properties, MeterRegistry registry) {
        if (!properties.accessLog()) {
            return AccessLog.NONE;
        }
        AccessLine line = new AccessLine(instance);
        return new JsonAccessLog(new FileOutputStream(FileDescriptor.out),
                context -> line.of(context, System.nanoTime()), registry);
    }

    @Bean
    EdgeFilter edgeFilter(EdgeProperties properties, NettyServerProperties netty, RateLimitProperties rateLimit,
            Refused refused, ResponseHeaders responseHeaders, AccessLog accessLog, Traces traces) {
        return new EdgeFilter(properties, (int) netty.getMaxInitialLineLength().toBytes(), new RateLimit(rateLimit),
                refused, responseHeaders, accessLog, traces);
    }

    @Bean
    Refused refused(MeterRegistry registry) {
        return new Refused(registry);
    }

    @Bean
    ClientConnections clientConnections(ClientProperties limits, Refused refused, MeterRegistry registry) {
        return new ClientConnections(limits, refused, registry);
    }

    /** For this server only: a customizer of Netty's server itself would reach the management port too. */
    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> watchedConnections(ClientConnections connections) {
        return factory -> factory.addServerCustomizers(
                server -> server.doOnChannelInit((observer, channel, address) -> connections.watch(channel)));
    }

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> escapedTargets() {
        // The one place where a request can be changed before Spring reads it, with HTTP/1 and HTTP/2.
        return factory -> factory.addServerCustomizers(server -> server.forwarded((connection, request) -> {
            request.setUri(TargetEscapes.escape(request.uri()));
            return connection;
        }));
    }

    @Bean
    @ConditionalOnProperty("foobar.gateway.edge.http-port")
    RedirectServer redirectServer(@Value("${foobar.gateway.edge.http-port}") int port, EdgeProperties properties,
            ClientConnections connections) {
        return new RedirectServer(port, properties, connections);
    }
}

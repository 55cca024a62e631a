package com.foobar.gateway.edge;

import java.io.FileDescriptor;
import java.io.FileOutputStream;

import com.foobar.gateway.server.GatewayView;
import com.foobar.gateway.tracing.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelOption;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.Http2;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

    /** What RFC 9113 (6.5.2) recommends that a connection may have at the least. */
    private static final int MOST_STREAMS = 100;

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
    EdgeFilter edgeFilter(EdgeProperties properties, HeadLimits limits, RateLimitProperties rateLimit, ClientUses uses,
            Refused refused, ResponseHeaders responseHeaders, AccessLog accessLog, Traces traces) {
        return new EdgeFilter(properties, limits, new RateLimit(rateLimit), uses, refused, responseHeaders, accessLog,
                traces);
    }

    @Bean
    HeadLimits headLimits(EdgeProperties properties) {
        return new HeadLimits(properties);
    }

    @Bean
    ClientUses clientUses(ClientProperties limits) {
        return new ClientUses(limits);
    }

    @Bean
    Refused refused(MeterRegistry registry) {
        return new Refused(registry);
    }

    @Bean
    ClientConnections clientConnections(ClientProperties limits, HeadLimits headLimits, ClientUses uses,
            Refused refused, MeterRegistry registry) {
        return new ClientConnections(limits, headLimits, uses, refused, registry);
    }

    /** For this server only: a customizer of Netty's server itself would reach the management port too. */
    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> watchedConnections(ClientConnections connections) {
        // A client that has stopped sending may still read why its request was refused.
        return factory -> factory
                .addServerCustomizers(server -> server.childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                        .doOnChannelInit((observer, channel, address) -> connections.watch(channel)));
    }

    /** Without TLS, Netty would keep each request that says Upgrade for itself, in case that it asks for HTTP/2. */
    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> http2OverTlsOnly() {
        return factory -> {
            if (!Ssl.isEnabled(factory.getSsl())) {
                factory.setHttp2(new Http2());
            }
        };
    }

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> readTargets(HeadLimits limits) {
        // The one place where a request can be changed before Spring reads it, with HTTP/1 and HTTP/2.
        return factory -> factory.addServerCustomizers(server -> server.forwarded((connection, request) -> {
            request.setUri(RequestTarget.read(request.method(), request.uri(), request.protocolVersion(),
                    request.headers(), limits));
            return connection;
        }));
    }

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> limitedRequests(HeadLimits limits,
            ClientProperties client) {
        int streams = client.maxInFlight() == 0 ? MOST_STREAMS : Math.min(MOST_STREAMS, client.maxInFlight());
        return factory -> factory.addServerCustomizers(server -> server.httpRequestDecoder(limits::decoder)
                .http2Settings(settings -> limits.http2(settings).maxConcurrentStreams(streams)));
    }

    @Bean
    @ConditionalOnProperty("foobar.gateway.edge.http-port")
    RedirectServer redirectServer(@Value("${foobar.gateway.edge.http-port}") int port, EdgeProperties properties,
            HeadLimits limits, ClientConnections connections) {
        return new RedirectServer(port, properties, limits, connections);
    }
}

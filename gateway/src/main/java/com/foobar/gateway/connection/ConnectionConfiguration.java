package com.foobar.gateway.connection;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelOption;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.Http2;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.foobar.gateway.admission.ClientUses;
import com.foobar.gateway.admission.RejectionMetrics;
import com.foobar.gateway.settings.ClientProperties;
import com.foobar.gateway.settings.EdgeProperties;

@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

    /** RFC 9113 (6.5.2) recommends a limit of at least this many streams for each connection. */
    private static final int MOST_STREAMS = 100;

    @Bean
    HeadLimits headLimits(EdgeProperties properties) {
        return new HeadLimits(properties);
    }

    @Bean
    ClientConnections clientConnections(ClientProperties limits, HeadLimits headLimits, ClientUses uses,
            RejectionMetrics rejections, MeterRegistry registry) {
        return new ClientConnections(limits, headLimits, uses, rejections, registry);
    }

    /** Customizes this web server only: a customizer of Netty's server itself would also change the management port. */
    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> watchedConnections(ClientConnections connections) {
        // A client that has stopped sending may still read why its request was refused.
        return factory -> factory
                .addServerCustomizers(server -> server.childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                        .doOnChannelInit((observer, channel, address) -> connections.watch(channel)));
    }

    /** Without TLS, HTTP/2 is off: Netty would hold each request with an Upgrade header, in case it asks for HTTP/2. */
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
        // Only here can a request be changed before Spring reads it, both with HTTP/1 and with HTTP/2.
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
}

package com.foobar.gateway.exchange;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.foobar.gateway.settings.EdgeProperties;
import com.foobar.gateway.settings.Instance;

@Configuration(proxyBeanMethods = false)
class ExchangeConfiguration {

    @Bean
    ResponseHeaders responseHeaders(Instance instance, EdgeProperties properties, List<DepartureSignal> departures) {
        return new ResponseHeaders(instance, properties, departures);
    }

    @Bean
    ForwardedHeaders forwardedHeaders(Instance instance, EdgeProperties properties) {
        return new ForwardedHeaders(instance, properties);
    }
}

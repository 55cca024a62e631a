package com.foobar.gateway.exchange;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.foobar.gateway.settings.EdgeProperties;
import com.foobar.gateway.settings.Instance;

@Configuration(proxyBeanMethods = false)
class ExchangeConfiguration {

    @Bean
    ResponseHeaders responseHeaders(Instance instance, EdgeProperties properties, StopSignal stop) {
        return new ResponseHeaders(instance, properties, stop);
    }

    @Bean
    ForwardedHeaders forwardedHeaders(Instance instance, EdgeProperties properties) {
        return new ForwardedHeaders(instance, properties);
    }
}

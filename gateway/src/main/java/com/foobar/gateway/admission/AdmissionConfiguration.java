package com.foobar.gateway.admission;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.foobar.gateway.settings.ClientProperties;

@Configuration(proxyBeanMethods = false)
class AdmissionConfiguration {

    @Bean
    ClientUses clientUses(ClientProperties limits) {
        return new ClientUses(limits);
    }

    @Bean
    RateLimit rateLimit(RateLimitProperties properties) {
        return new RateLimit(properties);
    }

    @Bean
    RejectionMetrics rejectionMetrics(MeterRegistry registry) {
        return new RejectionMetrics(registry);
    }
}

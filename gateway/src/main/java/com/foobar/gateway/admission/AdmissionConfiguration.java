package com.foobar.gateway.admission;

import com.foobar.gateway.settings.ClientProperties;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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

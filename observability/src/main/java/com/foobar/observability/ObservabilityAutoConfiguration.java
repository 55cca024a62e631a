package com.foobar.observability;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Auto-configuration of the metrics that every application of the suite has. */
@AutoConfiguration
final class ObservabilityAutoConfiguration {

    @Bean
    MemoryMetrics memoryMetrics() {
        return new MemoryMetrics();
    }
}

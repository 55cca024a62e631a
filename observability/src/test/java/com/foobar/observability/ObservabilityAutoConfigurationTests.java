package com.foobar.observability;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class ObservabilityAutoConfigurationTests {

    @Test
    void applicationHasTheMetersWithoutCode() {
        new ApplicationContextRunner().withUserConfiguration(Application.class)
                .run(context -> assertThat(context).hasSingleBean(MemoryMetrics.class));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}
}

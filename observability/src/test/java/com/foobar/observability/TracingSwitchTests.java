package com.foobar.observability;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

class TracingSwitchTests {

    private static final String[] CANDIDATES = {
            "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration",
            "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration", null };

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void withoutACollectorOnlyTracingIsLeftOut() {
        assertThat(wanted()).containsExactly(false, false, true, true);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " " })
    void blankAddressIsNoCollector(String address) {
        collector(address);
        assertThat(wanted()).containsExactly(false, false, true, true);
    }

    @Test
    void withACollectorNothingIsLeftOut() {
        collector("http://collector:4318/v1/traces");
        assertThat(wanted()).containsExactly(true, true, true, true);
    }

    private void collector(String address) {
        environment.setProperty("management.opentelemetry.tracing.export.otlp.endpoint", address);
    }

    private boolean[] wanted() {
        TracingSwitch tracing = new TracingSwitch();
        tracing.setEnvironment(environment);
        return tracing.match(CANDIDATES, mock(AutoConfigurationMetadata.class));
    }
}

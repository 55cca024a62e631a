package com.foobar.observability;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

class MemoryMetricsTests {

    @Test
    @EnabledOnOs(OS.LINUX)
    void processHoldsMoreThanItsHeapHasInUseAndLessThanItMay() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new MemoryMetrics().bindTo(registry);

        double anonymous = registry.get("process.memory.anonymous").gauge().value();

        assertThat(anonymous).isGreaterThan(1 << 24)
                .isLessThan(registry.get("process.memory.limit").gauge().value());
    }
}

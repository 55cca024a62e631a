package com.foobar.web.observability;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VirtualThreadMetricsTests {

    @Test
    void virtualThreadThatRunsIsCounted() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new VirtualThreadMetrics().bindTo(registry);
        Gauge mounted = registry.get("jvm.threads.virtual.live").tag("scheduling.status", "mounted").gauge();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            double seen = CompletableFuture.supplyAsync(mounted::value, threads).join();
            assertThat(seen).isPositive();
        }
        assertThat(registry.get("jvm.threads.virtual.parallelism").gauge().value()).isPositive();
    }
}

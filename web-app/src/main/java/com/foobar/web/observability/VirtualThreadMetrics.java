package com.foobar.web.observability;

import java.lang.management.ManagementFactory;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jdk.management.VirtualThreadSchedulerMXBean;

import org.springframework.stereotype.Component;

/**
 * Publishes metrics of the virtual threads and of the platform threads that carry them, under the names that
 * Micrometer's own module uses. Micrometer's module keeps a flight recording running for these metrics; the management
 * bean of the JVM costs nothing between two scrapes.
 */
@Component
class VirtualThreadMetrics implements MeterBinder {

    private static final String LIVE = "jvm.threads.virtual.live";

    private final VirtualThreadSchedulerMXBean scheduler = ManagementFactory
            .getPlatformMXBean(VirtualThreadSchedulerMXBean.class);

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(LIVE, VirtualThreadSchedulerMXBean::getMountedVirtualThreadCount).tag("scheduling.status", "mounted")
                .description("Virtual threads that run").register(registry);
        gauge(LIVE, VirtualThreadSchedulerMXBean::getQueuedVirtualThreadCount).tag("scheduling.status", "queued")
                .description("Virtual threads that could run and wait for a platform thread").register(registry);
        gauge("jvm.threads.virtual.pool.size", VirtualThreadSchedulerMXBean::getPoolSize)
                .description("Platform threads that carry virtual threads").register(registry);
        gauge("jvm.threads.virtual.parallelism", VirtualThreadSchedulerMXBean::getParallelism)
                .description("Virtual threads that can run at the same time").register(registry);
    }

    private Gauge.Builder<VirtualThreadSchedulerMXBean> gauge(String name,
            ToDoubleFunction<VirtualThreadSchedulerMXBean> figure) {
        return Gauge.builder(name, scheduler, figure).baseUnit("threads");
    }
}

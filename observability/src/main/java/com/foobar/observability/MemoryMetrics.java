package com.foobar.observability;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Metrics for the memory of the process and for its limit. The operating system counts the memory, because the JVM does
 * not know about all of it.
 */
final class MemoryMetrics implements MeterBinder {

    private static final Path STATUS = Path.of("/proc/self/status");

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("process.memory.anonymous", MemoryMetrics::anonymous).baseUnit("bytes")
                .description(
                        "Memory of the process that no file stands behind, and so cannot be given up under pressure")
                .register(registry);
        Gauge.builder("process.memory.limit", system, OperatingSystemMXBean::getTotalMemorySize).baseUnit("bytes")
                .description("The memory of the container, or of the machine where the container has no limit")
                .register(registry);
    }

    /** Returns the anonymous memory in bytes, or NaN if the system is not Linux. */
    private static double anonymous() {
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("RssAnon:")).map(line -> line.replaceAll("\\D", ""))
                    .mapToDouble(kibibytes -> Double.parseDouble(kibibytes) * 1024).findFirst().orElse(Double.NaN);
        } catch (IOException elsewhere) {
            return Double.NaN;
        }
    }
}

package com.foobar.web.observability;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

/**
 * Publishes how much memory the process holds, including memory that the JVM does not know of, and how much it may
 * hold.
 */
@Component
class MemoryMetrics implements MeterBinder {

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

    /** Returns the number of bytes, or NaN on systems other than Linux. */
    private static double anonymous() {
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("RssAnon:")).map(line -> line.replaceAll("\\D", ""))
                    .mapToDouble(kibibytes -> Double.parseDouble(kibibytes) * 1024).findFirst().orElse(Double.NaN);
        } catch (IOException elsewhere) {
            return Double.NaN;
        }
    }
}

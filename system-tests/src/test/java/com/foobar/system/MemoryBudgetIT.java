package com.foobar.system;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@SystemTest
class MemoryBudgetIT {

    private static final int MEBIBYTE = 1 << 20;

    private final Suite suite;

    MemoryBudgetIT(Suite suite) {
        this.suite = suite;
    }

    @ParameterizedTest
    @ValueSource(strings = { "gateway", "web-app" })
    void aotCacheFitsIntoItsPart(String module) {
        long size = Long.parseLong(suite.exec(module + "-1", "stat", "--format=%s", "/app/" + module + ".aot").strip());
        assertThat(size).isGreaterThan(MEBIBYTE)
                .isLessThanOrEqualTo((long) MemoryBudget.of(module).part("AOT cache") * MEBIBYTE);
    }

    @ParameterizedTest
    @ValueSource(strings = { "gateway-1", "gateway-2", "web-app-1", "web-app-2" })
    void residentMemoryIsWithinTheBudget(String service) {
        String status = suite.exec(service, "cat", "/proc/1/status");
        long anonymous = status.lines().filter(line -> line.startsWith("RssAnon:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElseThrow();
        assertThat(anonymous).isPositive()
                .isLessThan(MemoryBudget.of(service.replaceAll("-\\d$", "")).sum() * 1024L);
    }
}

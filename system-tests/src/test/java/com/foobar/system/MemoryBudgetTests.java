package com.foobar.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Checks that the documented memory budget of each JVM equals the settings of its image and leaves room in its
 * container.
 */
class MemoryBudgetTests {

    private static final double MOST_OF_THE_LIMIT = 0.85;

    private static final int MEBIBYTE = 1 << 20;

    private static final Map<String, String> PART_BY_OPTION = Map.of("-Xmx", "heap", "-Xms", "heap",
            "-XX:MaxMetaspaceSize=", "metaspace", "-XX:ReservedCodeCacheSize=", "code cache",
            "-XX:MaxDirectMemorySize=", "the JDK's direct memory", "-Dio.netty.maxDirectMemory=",
            "Netty's direct memory");

    @ParameterizedTest
    @ValueSource(strings = { "gateway", "web-app" })
    void partsAddUpToTheSumAndLeaveFifteenPercentOfTheLimit(String module) {
        MemoryBudget budget = MemoryBudget.of(module);
        assertThat(budget.parts()).hasSize(8);
        assertThat(budget.parts().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(budget.sum());
        assertThat((double) budget.sum()).isLessThanOrEqualTo(MOST_OF_THE_LIMIT * budget.limit());
        for (String service : new String[]{ module + "-1", module + "-2" }) {
            assertThat(ComposeFile.services().get(service).get("mem_limit")).as(service)
                    .isEqualTo(budget.limit() + "m");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "gateway", "web-app" })
    void imageFixesEachPartThatHasAnOption(String module) throws IOException {
        MemoryBudget budget = MemoryBudget.of(module);
        String options = options(module);
        for (Map.Entry<String, String> option : PART_BY_OPTION.entrySet()) {
            int part = budget.part(option.getValue());
            if (part > 0) {
                assertThat(mebibytes(options, option.getKey())).as(option.getKey()).isEqualTo(part);
            } else {
                assertThat(options).doesNotContain(option.getKey());
            }
        }
    }

    private static int mebibytes(String options, String option) {
        Matcher matcher = Pattern.compile(Pattern.quote(option) + "(\\d+)(m?)\\b").matcher(options);
        assertThat(matcher.find()).as("%s is in %s", option, options).isTrue();
        int value = Integer.parseInt(matcher.group(1));
        return matcher.group(2).isEmpty() ? value / MEBIBYTE : value;
    }

    /** Returns the JVM options that the module's image sets. */
    private static String options(String module) throws IOException {
        String stage = Files.readString(Path.of("../Dockerfile")).split("FROM runtime AS " + module + "\n")[1];
        return stage.lines().filter(line -> line.startsWith("ENV JAVA_OPTIONS=")).findFirst().orElseThrow();
    }
}

package com.foobar.mysql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

import com.foobar.mysql.Ledger.Balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Measures each fault again and again under 50 writes a second from two clients. {@code make failover} runs it; its
 * name keeps it out of the tests. The table is in {@code target/failover-figures.md}.
 */
@EnabledIfDockerAvailable
class FailoverFigures {

    private static final int RUNS = Integer.getInteger("failover.runs", 20);
    private static final Duration PAUSE = Duration.ofMillis(36);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final String HEAD = """
            | fault | runs | median (ms) | 95 % | worst | acknowledged | found | lost | doubled | overlaps |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            """;
    private static final Path TABLE = Path.of("target/failover-figures.md");

    @RegisterExtension
    static final DatabasePair pair = new DatabasePair("figures");

    @ParameterizedTest
    @EnumSource
    @Timeout(7_200)
    void measure(Fault fault) throws IOException {
        List<Long> gaps = new ArrayList<>();
        int overlaps = 0;
        try (Ledger ledger = Ledger.open(pair, PAUSE)) {
            for (int run = 0; run < RUNS; run++) {
                pair.awaitReplication();
                pair.awaitPartner();
                String primary = pair.primary();
                long begun = System.currentTimeMillis();
                fault.begin(pair, primary);
                await("the pair reacts").atMost(Duration.ofMinutes(1)).pollInterval(POLL)
                        .ignoreExceptionsInstanceOf(IllegalStateException.class)
                        .until(() -> fault.hasHadItsEffect(pair, primary));
                ledger.awaitMore();
                gaps.add(ledger.longestGapSince(begun));
                overlaps += Math.max(0, ledger.changesOfNodeSince(begun) - (fault.partnerTakesOver() ? 1 : 0));
                fault.end(pair, primary);
            }
            pair.awaitReplication();
            pair.awaitPartner();
            report(fault, gaps, overlaps, ledger);
        }
    }

    private static void report(Fault fault, List<Long> gaps, int overlaps, Ledger ledger) throws IOException {
        Collections.sort(gaps);
        Balance balance = ledger.balance(pair.primary());
        int acknowledged = balance.acknowledged().size();
        int lost = balance.lost().size();
        if (!Files.exists(TABLE)) {
            Files.writeString(TABLE, HEAD);
        }
        Files.writeString(TABLE, Files.readString(TABLE) + "| %s | %d | %d | %d | %d | %d | %d | %d | %d | %d |%n"
                .formatted(fault, gaps.size(), at(gaps, 0.5), at(gaps, 0.95), gaps.getLast(), acknowledged,
                        acknowledged - lost, lost, balance.doubled().size(), overlaps));
        assertThat(balance.lost()).isEmpty();
        assertThat(balance.doubled()).isEmpty();
        assertThat(overlaps).isZero();
    }

    private static long at(List<Long> sorted, double quantile) {
        return sorted.get((int) Math.ceil(quantile * sorted.size()) - 1);
    }
}

package com.foobar.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.foobar.compose.Commands;
import com.foobar.system.Prometheus.Series;

import static org.assertj.core.api.Assertions.assertThat;

@SystemTest
class RunbooksIT {

    private static final Path RULES = Path.of("../monitoring/prometheus/rules");

    private static final Pattern QUERY = Pattern
            .compile("docker compose exec prometheus promtool query instant http://localhost:9090 '(.*)'");

    private static final Pattern METRIC = Pattern.compile(
            "\\b(?:up|(?:foobar|http|jvm|hikaricp|mysql|failover|etcd|nginx|node|probe|process|prometheus|alertmanager)"
                    + "_[a-z0-9_]+)\\b(?=[{\\[) ]|$)");

    /** The commands that this test cannot run, and why. */
    private static final Map<String, String> NOT_TRIED = Map.of("dmesg", "needs the host's administrator", "git",
            "a copy need not be a clone", "monitoring/check", "a test of its own runs it");

    /** Counters that appear only when their event happens for the first time. */
    private static final Set<String> SELDOM = Set.of("foobar_replication_fallbacks_total");

    private final Suite suite;

    private final Prometheus prometheus;

    RunbooksIT(Suite suite) {
        this.suite = suite;
        this.prometheus = suite.prometheus();
    }

    static Stream<String> commands() {
        return Runbook.all().stream().flatMap(runbook -> runbook.diagnosis().stream())
                .filter(command -> !QUERY.matcher(command).matches())
                .filter(command -> NOT_TRIED.keySet().stream().noneMatch(command::startsWith)).distinct();
    }

    static Stream<String> queries() {
        return Runbook.all().stream().flatMap(runbook -> runbook.diagnosis().stream()).map(QUERY::matcher)
                .filter(Matcher::matches).map(query -> query.group(1)).distinct().sorted();
    }

    /**
     * Runs a command and checks the exit code of the first command of its pipeline: a filter at the end fails if it
     * finds nothing, although all is well. A final "head" is removed, because a command fails if its reader stops
     * early.
     */
    @ParameterizedTest
    @MethodSource("commands")
    void commandWorks(String command) {
        String here = command.replaceFirst(" \\| head( -\\d+)?$", "").replace("foobar-", suite.project() + "-").replace(
                "http://localhost:9090",
                command.startsWith("curl") ? suite.operations("PROMETHEUS") : "http://localhost:9090");
        Commands.Result result = Commands.tryRun("env", "COMPOSE_PROJECT_NAME=" + suite.project(), "bash", "-c",
                "cd .. && " + here + "\nends=(${PIPESTATUS[@]}); exit ${ends[0]}");
        assertThat(result.exitCode()).as(here + "\n" + result.output()).isZero();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void queryIsOneThatPrometheusTakes(String query) {
        assertThat(prometheus.query(query)).isNotNull();
    }

    @Test
    void queryIsAskedByTheCommandAsItStands() {
        String command = "docker compose exec prometheus promtool query instant http://localhost:9090 "
                + "'up{job=\"gateway\"}'";
        assertThat(QUERY.matcher(command).matches()).isTrue();
        assertThat(Commands.run("env", "COMPOSE_PROJECT_NAME=" + suite.project(), "bash", "-c", "cd .. && " + command))
                .contains("gateway-1", "gateway-2");
    }

    @Test
    void everyMetricOfARuleOrARunbookExists() throws IOException {
        Set<String> named = queries().flatMap(RunbooksIT::metrics).collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> rules = Files.list(RULES)) {
            for (Path file : rules.toList()) {
                Files.readAllLines(file).stream().filter(line -> !line.matches("\\s*(#|- alert:|summary:).*"))
                        .flatMap(RunbooksIT::metrics).forEach(named::add);
            }
        }
        List<Series> known = prometheus.query("count by (__name__) ({__name__=~\"[a-z].*\"})");
        named.removeAll(SELDOM);
        assertThat(named).hasSizeGreaterThan(50)
                .isSubsetOf(known.stream().map(series -> series.labels().get("__name__")).toList());
    }

    private static Stream<String> metrics(String text) {
        return METRIC.matcher(text).results().map(MatchResult::group);
    }
}

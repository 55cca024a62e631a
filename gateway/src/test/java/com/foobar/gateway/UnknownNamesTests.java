package com.foobar.gateway;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import com.foobar.gateway.server.PoolProperties;

import static org.assertj.core.api.Assertions.assertThat;

/** Settings in environment variables, as containers get them, and in system properties. */
class UnknownNamesTests {

    private static final Map<String, String> GOOD = Map.of("FOOBAR_GATEWAY_POOL_SERVERS_0_NAME", "a",
            "FOOBAR_GATEWAY_POOL_SERVERS_0_URI", "http://a:80", "FOOBAR_GATEWAY_EDGE_HTTP_PORT", "8081",
            "FOOBAR_GATEWAY_HEALTH_SLOWSTART", "3s", "FOOBAR_GATEWAY_EDGE_HOSTS", "a.example,b.example",
            "FOOBAR_GATEWAY_RETRY_STATUSES_0", "502", "FOOBAR_INSTANCE", "gateway-1");

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withUserConfiguration(PropertiesConfiguration.class);

    @Test
    void everyNameThatThereIsPasses() {
        with(GOOD).run(context -> assertThat(context.getBean(PoolProperties.class).servers()).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({ "FOOBAR_GATEWAY_POOL_ALGORITM, foobar.gateway.pool.algoritm",
            "FOOBAR_GATEWAY_POOL_SERVERS_0_WIEGHT, foobar.gateway.pool.servers[0].wieght",
            "FOOBAR_GATEWAY_POOL_SERVERS_2_NAME, foobar.gateway.pool.servers[2].name",
            "FOOBAR_GATEWAY_POOOL_ALGORITHM, foobar.gateway.poool.algorithm",
            "FOOBAR_GATEWAY_HEALTH_INTERVALL, foobar.gateway.health.intervall" })
    void unknownVariableStopsTheStartWithASentence(String variable, String name) {
        Map<String, String> bad = new HashMap<>(GOOD);
        bad.put(variable, "1");
        with(bad).run(context -> assertThat(sentence(context.getStartupFailure()))
                .startsWith(name + " is not a setting of the gateway").contains(variable));
    }

    @Test
    void unknownSystemPropertyStopsTheStartWithASentence() {
        with(GOOD).withSystemProperties("foobar.gateway.pool.algoritm=x")
                .run(context -> assertThat(sentence(context.getStartupFailure()))
                        .startsWith("foobar.gateway.pool.algoritm is not a setting of the gateway"));
    }

    private ApplicationContextRunner with(Map<String, String> variables) {
        return runner.withInitializer(context -> context.getEnvironment().getPropertySources()
                .replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.copyOf(variables))));
    }

    private static String sentence(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof BindException bind) {
                return new SettingsFailureAnalyzer().analyze(bind).getDescription();
            }
        }
        throw new AssertionError("the start was not stopped by a setting", failure);
    }
}

package com.foobar.failover.agent;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SettingsTests {

    private final Map<String, String> environment = new HashMap<>(Map.of("FAILOVER_NODE", "mysql-1", "FAILOVER_PEER",
            "mysql-2", "FAILOVER_ETCD", "https://etcd-1:2379, https://etcd-2:2379"));

    @Test
    void defaultsHoldWhereNothingIsSaid() {
        Settings settings = Settings.from(environment);
        assertThat(settings.etcd()).containsExactly(URI.create("https://etcd-1:2379"),
                URI.create("https://etcd-2:2379"));
        assertThat(settings.lease()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.partnerLimit()).isEqualTo(Duration.ofMillis(1_500));
        assertThat(settings.managementPort()).isEqualTo(9_105);
    }

    @ParameterizedTest
    @ValueSource(strings = { "FAILOVER_NODE", "FAILOVER_PEER", "FAILOVER_ETCD" })
    void missingVariableIsNamed(String name) {
        environment.put(name, " ");
        assertThatIllegalArgumentException().isThrownBy(() -> Settings.from(environment))
                .withMessage("The environment variable " + name + " is missing.");
    }

    @ParameterizedTest
    @CsvSource({ "FAILOVER_LEASE_SECONDS, 1", "FAILOVER_LEASE_SECONDS, 61", "FAILOVER_LEASE_SECONDS, two",
            "FAILOVER_PARTNER_LIMIT_MILLIS, 99", "FAILOVER_STUCK_LIMIT_MILLIS, 999",
            "FAILOVER_MANAGEMENT_PORT, 65536", "FAILOVER_ETCD, http://etcd-1:2379", "FAILOVER_ETCD, etcd 1" })
    void wrongValueIsNamed(String name, String value) {
        environment.put(name, value);
        assertThatIllegalArgumentException().isThrownBy(() -> Settings.from(environment))
                .withMessageContaining(name).withMessageContaining(value);
    }
}

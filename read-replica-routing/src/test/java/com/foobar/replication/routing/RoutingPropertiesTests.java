package com.foobar.replication.routing;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RoutingPropertiesTests {

    private static final RoutingProperties SETTINGS = new RoutingProperties(Duration.ofSeconds(5),
            Duration.ofMillis(50), Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofSeconds(3), false);

    @ParameterizedTest
    @CsvSource({ "0, 3000", "2999, 1", "3000, 0", "3001, 0", "86400000, 0" })
    void theWaitForAPrimaryBeginsWhenItIsLostAndNotWithEachRequest(long withoutPrimaryMillis, long left) {
        assertThat(SETTINGS.failoverWaitAfter(Duration.ofMillis(withoutPrimaryMillis)))
                .isEqualTo(Duration.ofMillis(left));
    }
}

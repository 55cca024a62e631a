package com.foobar.system;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SystemTest
class SharedAddressIT {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Suite suite;

    SharedAddressIT(Suite suite) {
        this.suite = suite;
    }

    @BeforeEach
    void awaitBothGateways() {
        awaitGateways("gateway-1", "gateway-2");
    }

    @AfterEach
    void makeWhole() {
        suite.mend();
    }

    @Test
    void gatewayThatIsKilledCostsNoMoreThanItHeldAndComesBack() {
        try (Visitors visitors = Visitors.of(suite)) {
            // 1. Kill a gateway under load: the other one gets all connections at once.
            visitors.awaitMore(40);
            suite.docker("kill", "gateway-1");
            awaitGateways("gateway-2");
            visitors.awaitMore(40);
            assertThat(visitors.lost()).as(suite::state).hasSizeLessThanOrEqualTo(Visitors.AT_A_TIME);

            // 2. Start it again, and wait until it gets its share.
            suite.docker("start", "gateway-1");
            awaitShareOf("gateway-1", visitors);

            // 3. Whoever tried once more was served.
            assertThat(visitors.failures()).as(suite::state).isEmpty();
        }
    }

    @Test
    void gatewayThatHangsHasToLeaveAndComesBack() {
        try (Visitors visitors = Visitors.of(suite)) {
            // 1. Pause a gateway under load: it has to leave, and the visitors who waited in its sockets are served.
            visitors.awaitMore(40);
            suite.docker("pause", "gateway-2");
            awaitGateways("gateway-1");
            visitors.gatewaysSinceLastAsked();
            visitors.awaitMore(40);
            assertThat(visitors.gatewaysSinceLastAsked()).containsOnly("gateway-1");

            // 2. Resume it: it comes back, and even the connections that it held are served.
            suite.docker("unpause", "gateway-2");
            awaitShareOf("gateway-2", visitors);
            assertThat(visitors.lost()).as(suite::state).isEmpty();
            assertThat(visitors.failures()).as(suite::state).isEmpty();
        }
    }

    @Test
    void restartOfOneGatewayAfterTheOtherLosesNoVisitor() {
        try (Visitors visitors = Visitors.of(suite)) {
            for (String gateway : List.of("gateway-1", "gateway-2")) {
                visitors.awaitMore(40);
                suite.docker("restart", "--time", "60", gateway);
                awaitBothGateways();
                awaitShareOf(gateway, visitors);
            }
            assertThat(visitors.lost()).as(suite::state).isEmpty();
            assertThat(visitors.failures()).as(suite::state).isEmpty();
        }
    }

    @Test
    void gatewayThatIsCutOffFromTheServersLeavesUnlessTheOtherOneIsToo() {
        suite.faults().cut("gateway-1");
        awaitGateways("gateway-2");
        suite.faults().cut("gateway-2");
        awaitBothGateways();
        assertThat(suite.newClient().get(suite.https() + "/tags").statusCode()).isBetween(502, 504);
        suite.faults().heal("gateway-2");
        awaitGateways("gateway-2");
        suite.faults().heal("gateway-1");
        awaitBothGateways();
    }

    @Test
    void gatewaysReturnToAnAddressThatWasLost() {
        suite.docker("kill", "gateway-address");
        suite.docker("start", "gateway-address");
        awaitBothGateways();
        assertThat(suite.newClient().get(suite.https() + "/robots.txt").statusCode()).isEqualTo(200);
    }

    private void awaitShareOf(String gateway, Visitors visitors) {
        await(gateway + " serves visitors").atMost(LIMIT)
                .untilAsserted(() -> assertThat(visitors.gatewaysSinceLastAsked()).as(suite::state).contains(gateway));
    }

    private void awaitGateways(String... names) {
        await("the address is shared by " + List.of(names)).atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(suite.gatewaysAtTheAddress()).as(suite::state).containsExactly(names));
    }
}

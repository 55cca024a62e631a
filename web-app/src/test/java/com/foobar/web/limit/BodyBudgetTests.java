package com.foobar.web.limit;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.util.unit.DataSize;

import com.foobar.web.account.throttle.Subject;

import static org.assertj.core.api.Assertions.assertThat;

class BodyBudgetTests {

    private static final int MEGABYTE = 1 << 20;

    private final BodyBudget budget = new BodyBudget(DataSize.ofMegabytes(3), DataSize.ofMegabytes(2), Duration.ZERO);

    @Test
    void noMoreThanTheBudgetIsInMemoryAtOnce() throws InterruptedException {
        long first = budget.take("a", MEGABYTE);
        assertThat(first).isEqualTo(MEGABYTE);
        assertThat(budget.take("b", MEGABYTE)).isPositive();
        assertThat(budget.take("c", MEGABYTE)).isPositive();
        assertThat(budget.take("d", 1)).isEqualTo(BodyBudget.NONE_LEFT);

        budget.giveBack("a", first);

        assertThat(budget.take("d", 1)).isPositive();
    }

    @Test
    void noClientGetsMoreThanItsShare() throws InterruptedException {
        long first = budget.take("a", MEGABYTE);
        assertThat(budget.take("a", MEGABYTE)).isPositive();
        assertThat(budget.take("a", 1)).isEqualTo(BodyBudget.OVER_SHARE);
        assertThat(budget.take("b", MEGABYTE)).isPositive();

        budget.giveBack("a", first);

        assertThat(budget.take("a", MEGABYTE)).isPositive();
    }

    @Test
    void bodyOfUnknownLengthCountsAsTheLargest() throws InterruptedException {
        assertThat(budget.take("a", -1)).isEqualTo(MEGABYTE);
    }

    @Test
    void bodyThatClaimsToBeLargerThanAnyTakesNoMoreThanTheLargest() throws InterruptedException {
        assertThat(budget.take("a", Long.MAX_VALUE)).isEqualTo(MEGABYTE);
    }

    @Test
    void manySmallBodiesFitIn() throws InterruptedException {
        for (int body = 0; body < 2_048; body++) {
            assertThat(budget.take("a", 100)).isPositive();
        }
        assertThat(budget.take("a", 100)).isEqualTo(BodyBudget.OVER_SHARE);
    }

    @ParameterizedTest
    @CsvSource({ "192.0.2.1, 192.0.2.1, true", "192.0.2.1, 192.0.2.2, false", "2001:db8::1, 2001:db8::2, true",
            "2001:db8::1, 2001:db8:0:1::1, false" })
    void clientIsAnAddressOrAnIpv6Network(String one, String other, boolean same) {
        assertThat(Subject.subscriber(one).equals(Subject.subscriber(other))).isEqualTo(same);
    }
}

package com.foobar.gateway.proxy;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RetryBudgetTests {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void allowsTheShareOfRequestsThatItIsSetTo() {
        RetryBudget budget = new RetryBudget(20, 0, 0);
        assertThat(retriesOf(budget, 1_000, 0)).isEqualTo(200);
    }

    @Test
    void allowsAFewRetriesASecondWithoutRequests() {
        RetryBudget budget = new RetryBudget(0, 10, 0);
        assertThat(take(budget, 100, 0)).isEqualTo(10);
        assertThat(take(budget, 100, 2 * SECOND)).isEqualTo(20);
    }

    @Test
    void doesNotSaveUpForEver() {
        RetryBudget budget = new RetryBudget(20, 0, 0);
        IntStream.range(0, 100_000).forEach(i -> budget.request());
        budget.cap(100);
        assertThat(take(budget, 100_000, 0)).isEqualTo(200);
    }

    @Test
    void clockThatStartsBelowZeroMakesNoDifference() {
        RetryBudget budget = new RetryBudget(0, 10, Long.MIN_VALUE);
        assertThat(take(budget, 100, Long.MIN_VALUE + SECOND)).isEqualTo(20);
    }

    private static int retriesOf(RetryBudget budget, int requests, long now) {
        IntStream.range(0, requests).forEach(i -> budget.request());
        return take(budget, requests, now);
    }

    private static int take(RetryBudget budget, int wanted, long now) {
        return (int) IntStream.range(0, wanted).filter(i -> budget.retry(now)).count();
    }
}

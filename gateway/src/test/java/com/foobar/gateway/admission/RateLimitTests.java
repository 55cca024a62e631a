package com.foobar.gateway.admission;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitTests {

    private static final long SECOND = 1_000_000_000L;

    private final RateLimit limit = new RateLimit(new RateLimitProperties(10, 20, 1024));

    @Test
    void allowsABurstAndThenTheRate() {
        assertThat(allowed(1, 0, 100)).isEqualTo(20);
        assertThat(allowed(1, SECOND, 100)).isEqualTo(10);
    }

    @Test
    void saysHowLongToWait() {
        allowed(1, 0, 20);
        assertThat(limit.waitFor(1, 0)).isEqualTo(SECOND / 10);
    }

    @Test
    void clientsDoNotShareTheirLimit() {
        allowed(1, 0, 100);
        assertThat(allowed(2, 0, 100)).isEqualTo(20);
    }

    @Test
    void manyClientsDoNotFreeOneThatIsBusy() {
        allowed(1, 0, 100);
        int freed = 0;
        for (int other = 2; other < 500; other++) {
            limit.waitFor(other, 0);
            freed += limit.waitFor(1, 0) == 0 ? 1 : 0;
        }
        assertThat(freed).isZero();
    }

    @Test
    void rateOfZeroIsNoLimit() {
        RateLimit none = new RateLimit(new RateLimitProperties(0, 1, 1024));
        assertThat(IntStream.range(0, 1_000)).allMatch(i -> none.waitFor(1, 0) == 0);
    }

    private int allowed(long client, long now, int requests) {
        return (int) IntStream.range(0, requests).filter(i -> limit.waitFor(client, now) == 0).count();
    }
}

package com.foobar.gateway.balancing;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoundRobinTests {

    @Test
    void takesTurns() {
        RoundRobin policy = new RoundRobin();
        Candidate[] pool = TestCandidate.pool("a", "b", "c");
        int[] order = new int[6];
        for (int i = 0; i < order.length; i++) {
            order[i] = policy.choose(pool, 0, 0);
        }
        assertThat(order).containsExactly(0, 1, 2, 0, 1, 2);
    }

    @Test
    void goesOnWhereItsCounterOverflows() {
        for (int first : new int[]{ Integer.MAX_VALUE - 5, -5 }) {
            assertThat(Turns.of(new RoundRobin(first), TestCandidate.pool("a", "b"), 10)).containsExactly(5, 5);
        }
    }

    @Test
    void servesEveryoneWhileAllAreInSlowStart() {
        Candidate[] pool = TestCandidate.pool(TestCandidate.warming("a", 0.1), TestCandidate.warming("b", 0.1));
        assertThat(Arrays.stream(Turns.of(new RoundRobin(), pool, 1_000))).allMatch(count -> count > 400);
    }
}

package com.foobar.gateway.balancing;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LoadAwareTests {

    @Test
    void leastConnectionsTakesTheIdlestServer() {
        Candidate[] pool = TestCandidate.pool(TestCandidate.busy("a", 3), TestCandidate.busy("b", 1),
                TestCandidate.busy("c", 2));
        assertThat(Turns.of(new LeastConnections(), pool, 100)).containsExactly(0, 100, 0);
    }

    @Test
    void leastConnectionsReckonsWithWeights() {
        Candidate[] pool = TestCandidate.pool(new TestCandidate("a", 4, 5, 1), new TestCandidate("b", 1, 2, 1));
        assertThat(new LeastConnections().choose(pool, 0, 0)).isZero();
    }

    @Test
    void twoChoicesNeverTakesTheBusiestOfMany() {
        Candidate[] pool = TestCandidate.pool(TestCandidate.busy("a", 9), TestCandidate.busy("b", 1),
                TestCandidate.busy("c", 1));
        assertThat(Turns.of(new PowerOfTwoChoices(new Random(1)::nextInt), pool, 10_000)[0]).isZero();
    }

    @Test
    void twoChoicesComparesTwoDifferentServers() {
        Candidate[] pool = TestCandidate.pool(TestCandidate.busy("a", 9), TestCandidate.busy("b", 1));
        assertThat(new PowerOfTwoChoices(bound -> 0).choose(pool, 0, 0)).isEqualTo(1);
    }
}

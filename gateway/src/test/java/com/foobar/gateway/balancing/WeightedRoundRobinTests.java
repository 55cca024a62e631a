package com.foobar.gateway.balancing;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WeightedRoundRobinTests {

    private final Candidate[] pool = TestCandidate.pool(TestCandidate.weighted("a", 5), TestCandidate.weighted("b", 3),
            TestCandidate.weighted("c", 2));

    @Test
    void sharesExactlyByWeight() {
        assertThat(Turns.of(new WeightedRoundRobin(), pool, 1_000)).containsExactly(500, 300, 200);
    }

    @Test
    void spreadsTheTurnsOfAHeavyServer() {
        assertThat(SmoothSchedule.of(new int[]{ 5, 1, 1 })).containsExactly(0, 0, 1, 0, 2, 0, 0);
    }

    @Test
    void keepsScheduleShortForWeightsWithADivisor() {
        assertThat(SmoothSchedule.of(new int[]{ 200, 100 })).hasSize(3);
    }

    @Test
    void usesNewWeightsAsSoonAsTheSetChanges() {
        WeightedRoundRobin policy = new WeightedRoundRobin();
        Turns.of(policy, pool, 10);
        Candidate[] rest = TestCandidate.pool(TestCandidate.weighted("a", 1), TestCandidate.weighted("b", 3));
        assertThat(Turns.of(policy, rest, 400)).containsExactly(100, 300);
    }
}

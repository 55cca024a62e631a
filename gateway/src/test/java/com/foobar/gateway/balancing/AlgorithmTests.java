package com.foobar.gateway.balancing;

import java.util.Arrays;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class AlgorithmTests {

    @ParameterizedTest
    @EnumSource
    void choosesNoneOfNone(Algorithm algorithm) {
        assertThat(algorithm.policy().choose(new Candidate[0], 1, 0)).isEqualTo(ChoicePolicy.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void choosesTheOnlyOne(Algorithm algorithm) {
        ChoicePolicy policy = algorithm.policy();
        Candidate[] one = TestCandidate.pool("a");
        for (long key = 0; key < 100; key++) {
            assertThat(policy.choose(one, key, 0)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void choosesTheOnlyOneEvenInSlowStart(Algorithm algorithm) {
        ChoicePolicy policy = algorithm.policy();
        Candidate[] one = TestCandidate.pool(TestCandidate.warming("a", 0.1));
        for (long key = 0; key < 100; key++) {
            assertThat(policy.choose(one, key, 0)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void spreadsOverAllOfEqualServers(Algorithm algorithm) {
        int[] turns = Turns.of(algorithm.policy(), TestCandidate.pool("a", "b", "c"), 30_000);
        assertThat(Arrays.stream(turns)).allSatisfy(count -> assertThat(count).isBetween(9_500, 10_500));
    }

    @ParameterizedTest
    @EnumSource
    void givesAServerInSlowStartLessThanItsShare(Algorithm algorithm) {
        Candidate[] pool = TestCandidate.pool(TestCandidate.busy("a", 3), new TestCandidate("b", 1, 3, 0.2));
        int[] turns = Turns.of(algorithm.policy(), pool, 10_000);
        assertThat(turns[1]).isLessThan(2_500);
    }

    @ParameterizedTest
    @EnumSource
    void takesInAServerThatJoins(Algorithm algorithm) {
        ChoicePolicy policy = algorithm.policy();
        Turns.of(policy, TestCandidate.pool("a", "b"), 1_001);
        assertThat(Turns.of(policy, TestCandidate.pool("a", "b", "c"), 3_000)[2]).isBetween(850, 1_150);
    }
}

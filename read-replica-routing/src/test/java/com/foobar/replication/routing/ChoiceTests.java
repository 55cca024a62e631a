package com.foobar.replication.routing;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.foobar.replication.routing.Choice.Candidate;

import static org.assertj.core.api.Assertions.assertThat;

class ChoiceTests {

    @Test
    void theLeastLoadedIsPicked() {
        assertThat(pick(0, List.of(candidate("a", true, 3), candidate("b", true, 1), candidate("c", true, 2))))
                .isEqualTo("b");
    }

    @Test
    void oneThatNeedNotWaitIsPickedBeforeALessLoadedOne() {
        assertThat(pick(0, List.of(candidate("a", false, 0), candidate("b", true, 9)))).isEqualTo("b");
    }

    @Test
    void equalsArePickedByTurns() {
        List<Candidate<String>> candidates = List.of(candidate("a", true, 1), candidate("b", true, 1),
                candidate("c", true, 2));

        assertThat(IntStream.range(0, 4).mapToObj(turn -> pick(turn, candidates))).containsExactly("a", "b", "a", "b");
    }

    @Test
    void ofNoneNoneIsPicked() {
        assertThat(Choice.leastLoaded(List.of(), 7)).isNull();
    }

    private static String pick(int turn, List<Candidate<String>> candidates) {
        return Choice.leastLoaded(candidates, turn).node();
    }

    private static Candidate<String> candidate(String node, boolean hasPosition, int load) {
        return new Candidate<>(node, hasPosition, load);
    }
}

package com.foobar.gateway.balancing;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RendezvousHashTests {

    private final RendezvousHash policy = new RendezvousHash();

    @Test
    void keepsAClientOnItsServer() {
        Candidate[] pool = TestCandidate.pool("a", "b", "c");
        for (long client = 0; client < 1_000; client++) {
            int first = policy.choose(pool, client, 0);
            assertThat(policy.choose(pool, client, 1)).isEqualTo(first);
        }
    }

    @Test
    void movesOnlyTheClientsOfAServerThatIsLost() {
        Candidate[] all = TestCandidate.pool("a", "b", "c");
        Candidate[] rest = TestCandidate.pool("a", "b");
        for (long client = 0; client < 10_000; client++) {
            int before = policy.choose(all, client, 0);
            if (before != 2) {
                assertThat(policy.choose(rest, client, 0)).isEqualTo(before);
            }
        }
    }

    @Test
    void clientsWithTheLowestAndTheHighestHashGetAServer() {
        Candidate[] pool = TestCandidate.pool("a");
        // For the server a, all bits of the hash are 0 for the first client, and 1 for the second.
        assertThat(policy.choose(pool, 0x2E95_2F3E_F7DF_1E5AL, 0)).isZero();
        assertThat(policy.choose(pool, 0x7E3F_238E_0C4B_AC1AL, 0)).isZero();
    }

    @Test
    void doesNotDependOnTheOrderOfServers() {
        Candidate[] one = TestCandidate.pool("a", "b", "c");
        Candidate[] other = TestCandidate.pool("c", "a", "b");
        for (long client = 0; client < 1_000; client++) {
            assertThat(other[policy.choose(other, client, 0)].name())
                    .isEqualTo(one[policy.choose(one, client, 0)].name());
        }
    }

    @Test
    void sharesByWeight() {
        Candidate[] pool = TestCandidate.pool(TestCandidate.weighted("a", 3), TestCandidate.weighted("b", 1));
        assertThat(Turns.of(policy, pool, 40_000)[0]).isBetween(29_000, 31_000);
    }
}

package com.foobar.gateway.balancing;

import java.util.concurrent.ThreadLocalRandom;

/** The algorithms that {@code pool.algorithm} can name; each creates a choice policy. */
public enum Algorithm {

    /** Takes each server in its turn. */
    ROUND_ROBIN {
        @Override
        public ChoicePolicy policy() {
            return new RoundRobin();
        }
    },

    /** Takes each server as often as its weight says, spread evenly. */
    WEIGHTED_ROUND_ROBIN {
        @Override
        public ChoicePolicy policy() {
            return new WeightedRoundRobin();
        }
    },

    /** Takes the server with the fewest requests in flight relative to its weight. */
    LEAST_CONNECTIONS {
        @Override
        public ChoicePolicy policy() {
            return new LeastConnections();
        }
    },

    /** Takes the less busy of two servers that are chosen at random. */
    POWER_OF_TWO_CHOICES {
        @Override
        public ChoicePolicy policy() {
            return new PowerOfTwoChoices(bound -> ThreadLocalRandom.current().nextInt(bound));
        }
    },

    /** Takes the same server for the same client address, as long as that server is eligible. */
    IP_HASH {
        @Override
        public ChoicePolicy policy() {
            return new RendezvousHash();
        }
    };

    /** Creates a new policy, which shares no state with other policies. */
    public abstract ChoicePolicy policy();
}

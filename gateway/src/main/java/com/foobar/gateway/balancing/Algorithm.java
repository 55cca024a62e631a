package com.foobar.gateway.balancing;

import java.util.concurrent.ThreadLocalRandom;

/** The choice policies by the names that the configuration knows them under. */
public enum Algorithm {

    /** Each server in its turn. */
    ROUND_ROBIN {
        @Override
        public ChoicePolicy policy() {
            return new RoundRobin();
        }
    },

    /** Each server in its turn, as often as its weight says, and spread evenly. */
    WEIGHTED_ROUND_ROBIN {
        @Override
        public ChoicePolicy policy() {
            return new WeightedRoundRobin();
        }
    },

    /** The server with the fewest requests in flight for its weight. */
    LEAST_CONNECTIONS {
        @Override
        public ChoicePolicy policy() {
            return new LeastConnections();
        }
    },

    /** The less busy one of two servers taken at random. */
    POWER_OF_TWO_CHOICES {
        @Override
        public ChoicePolicy policy() {
            return new PowerOfTwoChoices(bound -> ThreadLocalRandom.current().nextInt(bound));
        }
    },

    /** The same server for the same client address, as long as that server is there. */
    IP_HASH {
        @Override
        public ChoicePolicy policy() {
            return new RendezvousHash();
        }
    };

    /** A new policy with a state of its own. */
    public abstract ChoicePolicy policy();
}

package com.foobar.gateway.balancing;

import java.util.concurrent.atomic.AtomicInteger;

/** Gives each candidate its turn; a server in slow start leaves some of its turns to the next candidate. */
final class RoundRobin implements ChoicePolicy {

    private final AtomicInteger turns;

    RoundRobin() {
        this(0);
    }

    RoundRobin(int firstTurn) {
        this.turns = new AtomicInteger(firstTurn);
    }

    @Override
    public int choose(Candidate[] candidates, long key, long now) {
        int count = candidates.length;
        if (count == 0) {
            return NONE;
        }
        int turn = turns.getAndIncrement();
        int first = Integer.remainderUnsigned(turn, count);
        int round = Integer.divideUnsigned(turn, count);
        for (int step = 0; step < count; step++) {
            int index = (first + step) % count;
            if (candidates[index].takesTurn(round, now)) {
                return index;
            }
        }
        return first;
    }
}

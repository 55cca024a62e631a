package com.foobar.web.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import com.foobar.web.account.throttle.Limit;

/**
 * Counts in this instance's memory what each client does, so that a read needs no write to the database. The number of
 * counts is limited: if it is reached, a new client replaces the client whose count began first.
 */
final class LocalCounts {

    private final Map<String, Count> counts = new LinkedHashMap<>();
    private final Limit limit;
    private final int most;

    LocalCounts(Limit limit, int most) {
        this.limit = limit;
        this.most = most;
    }

    private record Count(int number, Instant end) {}

    /**
     * Counts one more use of a client, unless the client has reached the limit.
     *
     * @return how long until the client may try again; zero if this use was counted
     */
    synchronized Duration add(String client, Instant now) {
        Count count = counts.get(client);
        if (count == null || !now.isBefore(count.end())) {
            counts.remove(client);
            makeRoom();
            counts.put(client, new Count(1, now.plus(limit.window())));
            return Duration.ZERO;
        }
        if (count.number() >= limit.attempts()) {
            return Duration.between(now, count.end());
        }
        counts.put(client, new Count(count.number() + 1, count.end()));
        return Duration.ZERO;
    }

    private void makeRoom() {
        if (counts.size() >= most) {
            counts.remove(counts.keySet().iterator().next());
        }
    }

    synchronized int size() {
        return counts.size();
    }
}

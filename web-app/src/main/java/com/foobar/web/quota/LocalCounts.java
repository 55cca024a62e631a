package com.foobar.web.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import com.foobar.web.account.throttle.Limit;

/**
 * Counts in memory what one instance does for each client, so that reading writes nothing. There are never more than so
 * many counts: where there is one client more, the one that has been counted longest is forgotten.
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
     * Counts one more, unless the client has had all; how long until it may have the next, which is zero where this was
     * counted.
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

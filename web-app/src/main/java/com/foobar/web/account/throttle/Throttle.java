package com.foobar.web.account.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

import org.springframework.stereotype.Component;

/**
 * Limits how often something is tried. An attempt is counted before it is made, so that many at once cannot get past the limit, and
 * given back where it turns out not to count.
 */
@Component
public class Throttle {

    private final AttemptStore store;
    private final Clock clock;

    Throttle(AttemptStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Counts one more attempt of each quota; where one of them has none left, nothing is counted.
     *
     * @throws TooManyAttemptsException
     *             where one of the quotas has no attempt left
     */
    public void take(Quota... quotas) {
        Instant now = now();
        requireNoWait(Arrays.stream(quotas).map(quota -> wait(quota, now)).toList());
        for (Quota quota : quotas) {
            store.add(quota.subject(), quota.limit().window(), now);
        }
        store.purge(now);
        requireNoWait(Arrays.stream(quotas).map(quota -> waitAfter(quota, now)).toList());
    }

    /** Counts one attempt less of each quota. */
    public void giveBack(List<Quota> quotas) {
        quotas.forEach(quota -> store.subtract(quota.subject()));
    }

    /** Forgets all attempts that were counted of each quota. */
    public void forget(List<Quota> quotas) {
        quotas.forEach(quota -> store.clear(quota.subject()));
    }

    private Duration wait(Quota quota, Instant now) {
        return store.find(quota.subject()).map(made -> quota.limit().wait(made, now)).orElse(Duration.ZERO);
    }

    /** Others may have counted since it was found that there is an attempt left. */
    private Duration waitAfter(Quota quota, Instant now) {
        return store.find(quota.subject()).filter(quota.limit()::isExceededBy)
                .map(made -> quota.limit().wait(made, now)).orElse(Duration.ZERO);
    }

    private static void requireNoWait(List<Duration> waits) {
        Duration longest = waits.stream().max(Duration::compareTo).orElse(Duration.ZERO);
        if (longest.isPositive()) {
            throw new TooManyAttemptsException(longest);
        }
    }

    /** To the microsecond, as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

package com.foobar.web.account.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Limits how often something is tried. An attempt is counted before it is made, so that many at once cannot get past
 * the limit, and given back where it turns out not to count.
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
     * Counts one more attempt of each quota, one after the other; where one of them has none left, nothing is counted.
     * Of many at once that find the first quota used up, none reaches the others, but these attempts stay counted in
     * the first.
     *
     * @param quotas the client's own first and those that it shares with others last, so that a client cannot use up
     *            the others' part
     * @throws TooManyAttemptsException where one of the quotas has no attempt left
     */
    public void take(Quota... quotas) {
        Instant now = now();
        List<Quota> all = List.of(quotas);
        requireNoWait(all, now, (_, _) -> true);
        for (int i = 0; i < all.size(); i++) {
            count(all.subList(0, i), all.get(i), now);
        }
        store.purge(now);
    }

    private void count(List<Quota> counted, Quota next, Instant now) {
        store.add(next.subject(), next.limit().window(), now);
        try {
            // Others may have counted since it was found that there is an attempt left.
            requireNoWait(List.of(next), now, Limit::isExceededBy);
        } catch (TooManyAttemptsException e) {
            if (!counted.isEmpty()) {
                giveBack(List.of(next));
                giveBack(counted);
            }
            throw e;
        }
    }

    /** Counts one attempt less of each quota. */
    public void giveBack(List<Quota> quotas) {
        quotas.forEach(quota -> store.subtract(quota.subject()));
    }

    /** Forgets all attempts that were counted of each quota. */
    public void forget(List<Quota> quotas) {
        quotas.forEach(quota -> store.clear(quota.subject()));
    }

    private void requireNoWait(List<Quota> quotas, Instant now, BiPredicate<Limit, Attempts> counts) {
        Map<Subject, Attempts> made = store.find(quotas.stream().map(Quota::subject).toList());
        quotas.stream().flatMap(quota -> refusal(quota, made.get(quota.subject()), now, counts).stream())
                .max(Comparator.comparingLong(TooManyAttemptsException::retrySeconds)).ifPresent(longest -> {
                    throw longest;
                });
    }

    private static Optional<TooManyAttemptsException> refusal(Quota quota, @Nullable Attempts made, Instant now,
            BiPredicate<Limit, Attempts> counts) {
        if (made == null || !counts.test(quota.limit(), made)) {
            return Optional.empty();
        }
        Duration wait = quota.limit().wait(made, now);
        return wait.isPositive() ? Optional.of(new TooManyAttemptsException(wait, quota.refusal())) : Optional.empty();
    }

    /** To the microsecond, as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

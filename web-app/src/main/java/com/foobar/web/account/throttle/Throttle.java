package com.foobar.web.account.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Limits how often something is tried. An attempt is counted before it is made, so that many simultaneous attempts
 * cannot exceed the limit. It is given back if it turns out not to count.
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
     * Counts one attempt in each quota, in the given order. If a quota has no attempt left, nothing is counted. The
     * only exception: of many simultaneous attempts, some may find the first quota used up only after they were counted
     * in it. They stay counted there, and do not reach the other quotas.
     *
     * @param quotas first the client's own quotas, last the quotas that it shares with other clients, so that a client
     *            cannot use up the part of the others
     * @throws TooManyAttemptsException if a quota has no attempt left
     */
    public void take(Quota... quotas) {
        Instant now = clock.instant();
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
            // Other requests may have been counted since the check that an attempt is left.
            requireNoWait(List.of(next), now, Limit::isExceededBy);
        } catch (TooManyAttemptsException e) {
            if (!counted.isEmpty()) {
                giveBack(List.of(next));
                giveBack(counted);
            }
            throw e;
        }
    }

    /** Counts one attempt less in each quota. */
    public void giveBack(List<Quota> quotas) {
        quotas.forEach(quota -> store.subtract(quota.subject()));
    }

    /** Resets each quota: forgets all its attempts. */
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
}

package com.foobar.web.quota;

import java.util.Optional;
import java.util.function.Supplier;

import com.foobar.web.account.throttle.TooManyAttemptsException;

/** Makes what is counted; where the limit is reached, a request that has made it before gets what it made. */
public final class Counted {

    private Counted() {}

    /**
     * Counts and makes something.
     *
     * @param count counts it, or refuses it
     * @param made finds what the same request made before
     * @throws TooManyAttemptsException where the limit is reached and the request has made nothing before
     */
    public static <T> T make(Runnable count, Supplier<Optional<T>> made, Supplier<T> making) {
        try {
            count.run();
        } catch (TooManyAttemptsException e) {
            return made.get().orElseThrow(() -> e);
        }
        return making.get();
    }
}

package com.foobar.web.quota;

import java.util.Optional;
import java.util.function.Supplier;

import com.foobar.web.account.throttle.TooManyAttemptsException;

/**
 * Makes something that has a limit. If the limit is reached and the same request was successful before, the client
 * still gets the result of the earlier request.
 */
public final class Counted {

    private Counted() {}

    /**
     * Counts and makes something.
     *
     * @param count counts the request; throws {@code TooManyAttemptsException} if the limit is reached
     * @param made finds what the same request made before; called only if the limit is reached
     * @param making makes it
     * @throws TooManyAttemptsException if the limit is reached and the same request has made nothing before
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

package com.foobar.web.account.throttle;

import java.io.Serial;
import java.time.Duration;

/** Something was tried so often that it is refused for a time, whether or not it would succeed. */
public class TooManyAttemptsException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final Duration wait;

    public TooManyAttemptsException(Duration wait) {
        super("Refused for " + wait);
        this.wait = wait;
    }

    /** How long until it may be tried again, in whole seconds. */
    public long retrySeconds() {
        return wait.plusNanos(999_999_999).toSeconds();
    }

    /** The same for people. */
    public String retryText() {
        long minutes = (retrySeconds() + 59) / 60;
        return minutes == 1 ? "in a minute" : "in " + minutes + " minutes";
    }
}

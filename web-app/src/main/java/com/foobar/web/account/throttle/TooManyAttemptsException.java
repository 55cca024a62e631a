package com.foobar.web.account.throttle;

import java.io.Serial;
import java.time.Duration;

/** Something was tried so often that it is refused for a time, whether or not it would succeed. */
public class TooManyAttemptsException extends RuntimeException {

    static final String USUAL = "There were too many attempts. Try again ";

    @Serial
    private static final long serialVersionUID = 1;
    private static final int MINUTE = 60;

    private final Duration wait;
    private final String reason;

    public TooManyAttemptsException(Duration wait) {
        this(wait, USUAL);
    }

    /**
     * The same with words of its own.
     *
     * @param reason the beginning of a sentence that ends with when to try again
     */
    public TooManyAttemptsException(Duration wait, String reason) {
        super("Refused for " + wait);
        this.wait = wait;
        this.reason = reason;
    }

    /** How long until it may be tried again, in whole seconds. */
    public long retrySeconds() {
        return wait.plusNanos(999_999_999).toSeconds();
    }

    /** What to say to people. */
    public String sentence() {
        return reason + retryText() + ".";
    }

    private String retryText() {
        if (retrySeconds() < MINUTE) {
            return "in a few seconds";
        }
        long minutes = (retrySeconds() + MINUTE - 1) / MINUTE;
        return minutes == 1 ? "in a minute" : "in " + minutes + " minutes";
    }
}

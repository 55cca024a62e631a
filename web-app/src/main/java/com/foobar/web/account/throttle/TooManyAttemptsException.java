package com.foobar.web.account.throttle;

import java.io.Serial;
import java.time.Duration;

/** Something was tried so often that the site refuses it for a time, whether or not it would succeed. */
public class TooManyAttemptsException extends RuntimeException {

    static final String USUAL = "There were too many attempts. Try again ";

    @Serial
    private static final long serialVersionUID = 1;
    private static final int MINUTE = 60;

    private final Duration wait;
    private final String reason;

    /**
     * Refuses with the usual message.
     *
     * @param wait how long until the client may try again
     */
    public TooManyAttemptsException(Duration wait) {
        this(wait, USUAL);
    }

    /**
     * Refuses with a message of its own.
     *
     * @param wait how long until the client may try again
     * @param reason the beginning of a sentence; the time of the next try completes the sentence
     */
    public TooManyAttemptsException(Duration wait, String reason) {
        super("Refused for " + wait);
        this.wait = wait;
        this.reason = reason;
    }

    /** Returns how long until the client may try again, in seconds, rounded up. */
    public long retrySeconds() {
        return wait.plusNanos(999_999_999).toSeconds();
    }

    /** Returns the sentence to show to people. */
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

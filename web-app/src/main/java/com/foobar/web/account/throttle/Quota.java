package com.foobar.web.account.throttle;

/**
 * How often one subject may try something.
 *
 * @param refusal what is said where it is used up: the beginning of a sentence that ends with when to try again
 */
public record Quota(Subject subject, Limit limit, String refusal) {

    /** A quota of what somebody has used up alone. */
    public Quota(Subject subject, Limit limit) {
        this(subject, limit, TooManyAttemptsException.USUAL);
    }
}

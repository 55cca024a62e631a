package com.foobar.web.account.throttle;

/**
 * How often a subject may try something.
 *
 * @param refusal what the user sees if the quota is used up: the beginning of a sentence; the time of the next try
 *            completes the sentence
 */
public record Quota(Subject subject, Limit limit, String refusal) {

    /** Creates a quota that only the subject itself can use up; its refusal blames nobody else. */
    public Quota(Subject subject, Limit limit) {
        this(subject, limit, TooManyAttemptsException.USUAL);
    }
}

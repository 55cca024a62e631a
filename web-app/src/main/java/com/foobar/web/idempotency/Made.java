package com.foobar.web.idempotency;

/**
 * What an earlier request made.
 *
 * @param id its identifier among those of its kind
 */
public record Made(Kind kind, long id) {

    /** What requests make. */
    public enum Kind {
        STORY, COMMENT
    }
}

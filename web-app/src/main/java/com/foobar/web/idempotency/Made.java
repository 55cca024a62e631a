package com.foobar.web.idempotency;

/**
 * What an earlier request made.
 *
 * @param id the identifier of the story or comment
 */
public record Made(Kind kind, long id) {

    /** The kinds of things that requests make. */
    public enum Kind {
        STORY, COMMENT
    }
}

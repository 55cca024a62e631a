package com.foobar.web.story;

import java.io.Serial;

import com.foobar.web.idempotency.KeyReusedException;
import com.foobar.web.idempotency.Made;

/** Thrown if a request has the key of an earlier request that stored a story with other content. */
public class StoryMadeException extends KeyReusedException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient StoryView story;

    StoryMadeException(Made made, StoryView story) {
        super(made);
        this.story = story;
    }

    /** Returns the story that the earlier request stored, with its present version. */
    public StoryView story() {
        return story;
    }
}

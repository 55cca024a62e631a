package com.foobar.web.story;

import java.io.Serial;

import com.foobar.web.idempotency.KeyReusedException;
import com.foobar.web.idempotency.Made;

/** A request that has made a story comes again with another text. */
public class StoryMadeException extends KeyReusedException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient StoryView story;

    StoryMadeException(Made made, StoryView story) {
        super(made);
        this.story = story;
    }

    /** The story as it is now. */
    public StoryView story() {
        return story;
    }
}

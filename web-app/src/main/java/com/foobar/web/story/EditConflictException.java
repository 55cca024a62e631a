package com.foobar.web.story;

import java.io.Serial;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Thrown if a story has changed since the version that an edit is based on. */
@ResponseStatus(HttpStatus.CONFLICT)
public class EditConflictException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient StoryView current;

    EditConflictException(StoryView current) {
        super("The story was changed in the meantime.");
        this.current = current;
    }

    /** Returns the story with its present version. */
    public StoryView current() {
        return current;
    }
}

package com.foobar.web.story;

import java.io.Serial;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A comment was changed after the version that an edit is based on. */
@ResponseStatus(HttpStatus.CONFLICT)
public class CommentConflictException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient CommentView current;

    CommentConflictException(CommentView current) {
        super("The comment was changed in the meantime.");
        this.current = current;
    }

    /** The comment as it is now. */
    public CommentView current() {
        return current;
    }
}

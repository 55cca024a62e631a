package com.foobar.web.story;

import java.io.Serial;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Thrown if a comment has changed since the version that an edit is based on. */
@ResponseStatus(HttpStatus.CONFLICT)
public class CommentConflictException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient CommentView current;

    CommentConflictException(CommentView current) {
        super("The comment was changed in the meantime.");
        this.current = current;
    }

    /** Returns the comment with its present version. */
    public CommentView current() {
        return current;
    }
}

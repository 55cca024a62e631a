package com.foobar.web.story;

import java.io.Serial;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Thrown if a story has no such comment, or none that the viewer may see. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchCommentException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    NoSuchCommentException() {
        super("There is no such comment.");
    }
}

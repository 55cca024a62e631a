package com.foobar.web.story;

import java.io.Serial;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Thrown if an account wants to do what only the author of a story or a comment may do. */
@ResponseStatus(HttpStatus.FORBIDDEN)
public class NotTheAuthorException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    NotTheAuthorException() {
        super("Only the author may do this.");
    }
}

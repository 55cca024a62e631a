package com.foobar.web.story;

import java.io.Serial;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Thrown if there is no story at an address, or none that the viewer may see. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchStoryException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    NoSuchStoryException() {
        super("There is no such story.");
    }
}

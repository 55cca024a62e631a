package com.foobar.web.story;

import java.io.Serial;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Thrown if there is no such story or comment, or none that the viewer may see. The message is a sentence for the
 * viewer.
 */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NotFoundException extends RuntimeException {

    static final String NO_STORY = "There is no such story, or it is not for you to see.";
    static final String NO_COMMENT = "The story has no such comment, or it is not for you to see.";

    @Serial
    private static final long serialVersionUID = 1;

    private NotFoundException(String sentence) {
        super(sentence);
    }

    static NotFoundException story() {
        return new NotFoundException(NO_STORY);
    }

    static NotFoundException comment() {
        return new NotFoundException(NO_COMMENT);
    }
}

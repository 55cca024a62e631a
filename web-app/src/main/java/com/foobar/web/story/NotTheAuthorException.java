package com.foobar.web.story;

import java.io.Serial;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Someone wants to change what another one wrote. */
@ResponseStatus(HttpStatus.FORBIDDEN)
public class NotTheAuthorException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    NotTheAuthorException() {
        super("Only the author may do this.");
    }
}

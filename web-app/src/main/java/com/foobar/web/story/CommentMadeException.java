package com.foobar.web.story;

import java.io.Serial;

import com.foobar.web.idempotency.KeyReusedException;
import com.foobar.web.idempotency.Made;

/** A request that has made a comment comes again with another text. */
public class CommentMadeException extends KeyReusedException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient CommentView comment;

    CommentMadeException(Made made, CommentView comment) {
        super(made);
        this.comment = comment;
    }

    /** The comment as it is now. */
    public CommentView comment() {
        return comment;
    }
}

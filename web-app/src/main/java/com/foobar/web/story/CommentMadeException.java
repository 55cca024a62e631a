package com.foobar.web.story;

import java.io.Serial;

import com.foobar.web.idempotency.KeyReusedException;
import com.foobar.web.idempotency.Made;

/** Thrown if a request has the key of an earlier request that added another comment. */
public class CommentMadeException extends KeyReusedException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient CommentView comment;

    CommentMadeException(Made made, CommentView comment) {
        super(made);
        this.comment = comment;
    }

    /** Returns the comment that the earlier request added, with its present version. */
    public CommentView comment() {
        return comment;
    }
}

package com.foobar.web.story;

import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

import com.foobar.web.text.Lines;
import com.foobar.web.text.TypedText;
import com.foobar.web.text.Visible;

/**
 * What a reader writes below a story, tidied. Whoever takes it from outside validates it before it is stored.
 *
 * @param body Markdown
 */
public record CommentText(
        @Visible(message = "Write a comment.") @CodePointLength(max = BODY_LENGTH,
                message = "A comment has at most {max} characters.") @Lines String body) {

    public static final int BODY_LENGTH = 5_000;

    /** Takes what was typed; what was left out is empty. */
    public CommentText(@Nullable String body) {
        this.body = TypedText.lines(body);
    }
}

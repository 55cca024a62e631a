package com.foobar.web.story;

import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

import com.foobar.web.text.Lines;
import com.foobar.web.text.TypedText;
import com.foobar.web.text.Visible;

/**
 * The text of a comment as a reader typed it, cleaned by {@link TypedText}. Code that takes a text from outside must
 * validate it before it is stored.
 *
 * @param body Markdown
 */
public record CommentText(
        @Visible(message = "Write a comment.") @CodePointLength(max = BODY_LENGTH,
                message = "A comment has at most {max} characters.") @Lines String body) {

    /** The most characters of a comment, counted in code points. */
    public static final int BODY_LENGTH = 5_000;

    /** Creates a text from what was typed; null becomes an empty text. */
    public CommentText(@Nullable String body) {
        this.body = TypedText.lines(body);
    }
}

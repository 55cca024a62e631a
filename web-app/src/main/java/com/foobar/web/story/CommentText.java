package com.foobar.web.story;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/**
 * What a reader writes below a story, tidied. Whoever takes it from outside validates it before it is stored.
 *
 * @param body
 *            Markdown
 */
public record CommentText(
        @NotBlank(message = "Write a comment.") @Size(max = BODY_LENGTH, message = "A comment has at most {max} characters.") String body) {

    public static final int BODY_LENGTH = 5_000;

    /** Takes what was typed; what was left out is empty. */
    public CommentText(@Nullable String body) {
        this.body = TypedText.lines(body);
    }
}

package com.foobar.web.story;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/** What someone typed into the form for a new story; a field that was not sent is null. */
public record StoryDraft(
        @NotBlank(message = "Give the story a title.") @Size(max = TITLE_LENGTH, message = "A title has at most {max} characters.") @Nullable String title,
        @NotBlank(message = "Write the story.") @Size(max = BODY_LENGTH, message = "A story has at most {max} characters.") @Nullable String body) {

    public static final int TITLE_LENGTH = 120;
    public static final int BODY_LENGTH = 10_000;

    /** The empty form. */
    public static StoryDraft empty() {
        return new StoryDraft("", "");
    }
}

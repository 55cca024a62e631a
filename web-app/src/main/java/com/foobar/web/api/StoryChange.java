package com.foobar.web.api;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.foobar.web.story.StoryText;

/** The new content of a story that a client sends; members that were left out are null. */
record StoryChange(@Nullable String title, @Nullable String body, @Nullable List<String> tags) {

    StoryText text() {
        return new StoryText(title, body, tags);
    }
}

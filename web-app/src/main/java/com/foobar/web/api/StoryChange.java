package com.foobar.web.api;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.foobar.web.story.StoryText;

/** What a story is to become; what was left out is null. */
record StoryChange(@Nullable String title, @Nullable String body, @Nullable List<String> tags) {

    StoryText text() {
        return new StoryText(title, body, tags);
    }
}

package com.foobar.web.story;

import java.time.Instant;

/** The address of a published story, and the time of the story's last change. */
public record StoryAddress(String slug, Instant updatedAt) {}

package com.foobar.web.story;

import java.time.Instant;

/** Where a published story is, and when it last changed. */
public record StoryAddress(String slug, Instant updatedAt) {}

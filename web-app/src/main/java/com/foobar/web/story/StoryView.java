package com.foobar.web.story;

import java.time.Instant;

/** A story as pages show it. */
public record StoryView(long id, String title, String body, Instant publishedAt) {}

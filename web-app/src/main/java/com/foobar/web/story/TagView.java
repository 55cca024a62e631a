package com.foobar.web.story;

import java.time.Instant;

/**
 * A tag that published stories have.
 *
 * @param latest the time at which the newest of these stories was published
 */
public record TagView(String name, Instant latest) {}

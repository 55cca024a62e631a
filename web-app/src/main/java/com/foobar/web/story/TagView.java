package com.foobar.web.story;

import java.time.Instant;

/**
 * A tag that published stories have.
 *
 * @param latest when the newest of them was published
 */
public record TagView(String name, Instant latest) {}

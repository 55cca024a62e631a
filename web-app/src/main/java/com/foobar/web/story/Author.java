package com.foobar.web.story;

/** The author of a story or a comment, as readers see the author. */
public record Author(long accountId, String username, String displayName) {}

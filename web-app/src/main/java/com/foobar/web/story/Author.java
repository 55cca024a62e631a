package com.foobar.web.story;

/** Who wrote a story or a comment, as its readers see them. */
public record Author(long accountId, String username, String displayName) {}

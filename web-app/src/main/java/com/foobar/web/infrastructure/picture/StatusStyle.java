package com.foobar.web.infrastructure.picture;

/** A state as people see it: a tone and words. */
public record StatusStyle(Tone tone, String text) {}

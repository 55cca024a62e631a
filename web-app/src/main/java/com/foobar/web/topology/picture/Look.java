package com.foobar.web.topology.picture;

/** A state as people see it: a tone, and words. */
public record Look(Tone tone, String text) {}

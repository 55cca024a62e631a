package com.foobar.web.infrastructure.picture;

/**
 * A tier of the picture.
 *
 * @param about what the parts of the tier do
 */
public record Band(Box box, String name, String about) {}

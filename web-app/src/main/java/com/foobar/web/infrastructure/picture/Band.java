package com.foobar.web.infrastructure.picture;

/**
 * A tier.
 *
 * @param about what its members do
 */
public record Band(Box box, String name, String about) {}

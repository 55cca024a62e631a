package com.foobar.web.infrastructure.picture;

/** Words beside a line, centred at a point. */
public record Label(int x, int y, StatusStyle look) {}

package com.foobar.web.topology.picture;

/** Words beside a line, centred at a point. */
public record Label(int x, int y, Look look) {}

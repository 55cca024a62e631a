package com.foobar.web.infrastructure.picture;

/**
 * A part with its place in the picture.
 *
 * @param entry the box at which lines from above end
 * @param exit the box at which lines to parts below begin
 * @param onWay whether the request passed the part
 */
record Placed<T>(T part, Box entry, Box exit, boolean onWay) {}

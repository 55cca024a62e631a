package com.foobar.web.infrastructure.picture;

/**
 * A part that has its place.
 *
 * @param entry where lines from above end
 * @param exit where lines down from it begin
 * @param onWay whether the request passed it
 */
record Placed<T>(T part, Box entry, Box exit, boolean onWay) {}

package com.foobar.gateway.exchange;

/** Tells whether this gateway has no server that can serve, so that clients are better served by another gateway. */
@FunctionalInterface
public interface CutOffSignal {

    /** Returns whether this gateway has no server now that is up and responds. */
    boolean isCutOff();
}

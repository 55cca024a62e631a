package com.foobar.gateway.exchange;

/** Tells whether this gateway reaches no server, so that clients are better served by another gateway. */
@FunctionalInterface
public interface CutOffSignal {

    /** Returns whether no server responds to this gateway now. */
    boolean isOn();
}

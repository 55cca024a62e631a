package com.foobar.gateway.exchange;

/** Tells whether clients should move to another gateway. Each response asks its client to close the connection then. */
@FunctionalInterface
public interface DepartureSignal {

    /** Returns whether clients should move to another gateway now. */
    boolean isDeparting();
}

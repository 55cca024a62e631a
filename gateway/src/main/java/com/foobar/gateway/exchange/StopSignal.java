package com.foobar.gateway.exchange;

/** Tells whether the gateway is stopping, so that responses can send clients to another gateway. */
@FunctionalInterface
public interface StopSignal {

    /** Returns whether the gateway has begun to stop. */
    boolean isUnderWay();
}

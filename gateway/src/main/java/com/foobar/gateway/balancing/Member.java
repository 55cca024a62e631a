package com.foobar.gateway.balancing;

/** The properties of a server that decide whether it is eligible. */
public interface Member {

    /** Returns whether the health checks pass and the admin state is ready. */
    boolean isUp();

    /** Returns whether the server waits for the result of its first health checks. */
    boolean isUnknown();

    /** Returns whether the server is ejected: left out for a time because requests to it failed. */
    boolean isEjected();

    /** Returns whether the server is on standby, which has an effect only in {@link Mode#ACTIVE_PASSIVE}. */
    boolean isStandby();
}

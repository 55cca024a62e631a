package com.foobar.gateway.balancing;

/** What decides whether a server is a candidate. */
public interface Member {

    /** Whether its checks pass and nobody has taken it out of service. */
    boolean isUp();

    /** Whether it has not been checked yet, so that nobody knows how it is. */
    boolean isUnknown();

    /** Whether it is left out for a time because requests to it failed. */
    boolean isEjected();

    /** Whether it waits for the others to fail; counts only in {@link Mode#ACTIVE_PASSIVE}. */
    boolean isStandby();
}

package com.foobar.gateway.balancing;

/** Which of the eligible servers share the traffic. */
public enum Mode {

    /** All eligible servers share the traffic. */
    ACTIVE_ACTIVE,

    /**
     * Servers on standby get traffic only while no other server is eligible, and retries that no other server can take.
     */
    ACTIVE_PASSIVE
}

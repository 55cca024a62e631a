package com.foobar.gateway.balancing;

/** Which servers share the traffic while all of them are well. */
public enum Mode {

    /** All of them. */
    ACTIVE_ACTIVE,

    /** Those that are not on standby; the standby ones only while no other is up. */
    ACTIVE_PASSIVE
}

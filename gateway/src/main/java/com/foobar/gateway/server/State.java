package com.foobar.gateway.server;

/** What the gateway makes of a server. */
public enum State {

    /** Not checked yet: gets requests only while no server is known to be up. */
    STARTING,

    /** Gets its full share. */
    UP,

    /** Came back a short time ago: gets a growing part of its share. */
    SLOW_START,

    /** Left out for a time because requests to it failed. */
    EJECTED,

    /** Left out because its checks fail. */
    DOWN,

    /** Taken out by hand: finishes what it has, and is still checked. */
    DRAINING,

    /** Taken out by hand: finishes what it has, and is not checked. */
    MAINTENANCE
}

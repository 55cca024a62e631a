package com.foobar.web.topology.view;

/** What a gateway makes of a server, the best first. */
public enum ServerState {
    /** Gets its full share. */
    UP,
    /** Came back a short time ago: gets a growing part of its share. */
    SLOW_START,
    /** Not checked yet. */
    STARTING,
    /** Taken out by hand: finishes what it has, and is still checked. */
    DRAINING,
    /** Taken out by hand, and not checked. */
    MAINTENANCE,
    /** Left out for a time because requests to it failed. */
    EJECTED,
    /** Left out because its checks fail. */
    DOWN;

    /** Whether it gets requests. */
    public boolean inService() {
        return this == UP || this == SLOW_START;
    }
}

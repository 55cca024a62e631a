package com.foobar.gatewayview;

/** The states in which a gateway sees a server, the best state first. */
public enum ServerState {
    /** Gets its full share of the requests. */
    UP,
    /** Came back a short time ago: gets a growing part of its share of the requests. */
    SLOW_START,
    /** Not checked yet: gets requests only while no server is known to be up. */
    STARTING,
    /** Taken out by its admin state: finishes its requests in flight, and is still checked. */
    DRAINING,
    /** Taken out by its admin state: finishes its requests in flight, and is not checked. */
    MAINTENANCE,
    /** Left out for a time by passive checks, because requests or connections to it failed. */
    EJECTED,
    /** Left out because its health checks fail. */
    DOWN;

    /** Returns whether the server gets requests while other servers are up. */
    public boolean inService() {
        return this == UP || this == SLOW_START;
    }
}

package com.foobar.gateway.server;

/** What people want of a server, whatever its checks say. */
public enum AdminState {

    /** Gets requests while its checks pass. */
    READY,

    /** Gets no new requests; checks go on. */
    DRAIN,

    /** Gets no new requests and no checks. */
    MAINTENANCE
}

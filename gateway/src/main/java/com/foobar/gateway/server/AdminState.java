package com.foobar.gateway.server;

/** What an operator wants of a server, whatever the health checks say. */
public enum AdminState {

    /** The server gets requests while its health checks pass. */
    READY,

    /** The server gets no new requests, and is still checked. */
    DRAIN,

    /** The server gets no new requests, and is not checked. */
    MAINTENANCE
}

package com.foobar.gateway.edge;

/** Takes note of every request that has ended. */
@FunctionalInterface
interface AccessLog {

    /** Keeps no access log. */
    AccessLog NONE = context -> {};

    void write(RequestContext context);
}

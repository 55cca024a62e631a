package com.foobar.gateway.accesslog;

import com.foobar.gateway.exchange.RequestContext;

/** Takes note of every request that has ended. */
@FunctionalInterface
public interface AccessLog {

    /** Keeps no access log. */
    AccessLog NONE = context -> {};

    void write(RequestContext context);
}

package com.foobar.gateway.accesslog;

import com.foobar.gateway.exchange.RequestContext;

/** Records each request that has ended, whether a server or the edge itself responded to it. */
@FunctionalInterface
public interface AccessLog {

    /** An access log that records nothing. */
    AccessLog NONE = context -> {};

    /**
     * Records a request that has ended. Never waits: an entry may be lost instead.
     *
     * @param context the request, with the status that its client got
     */
    void write(RequestContext context);
}

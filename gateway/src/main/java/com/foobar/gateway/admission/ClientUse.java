package com.foobar.gateway.admission;

import java.util.concurrent.atomic.AtomicInteger;

import com.foobar.gateway.exchange.RequestContext;

/** Counts the open connections, the requests in flight and the uploads of one client. */
public final class ClientUse {

    private final long client;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger uploads = new AtomicInteger();

    /** @param client the client's key, from {@link RequestContext#clientKey()} */
    ClientUse(long client) {
        this.client = client;
    }

    long client() {
        return client;
    }

    AtomicInteger connections() {
        return connections;
    }

    AtomicInteger inFlight() {
        return inFlight;
    }

    AtomicInteger uploads() {
        return uploads;
    }

    boolean isNothing() {
        return connections.get() == 0 && inFlight.get() == 0;
    }
}

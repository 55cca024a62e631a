package com.foobar.gateway.proxy;

import java.util.ArrayList;
import java.util.List;

import com.foobar.gateway.server.Pool;
import com.foobar.gateway.server.Server;

/**
 * Keeps the servers that failed one request until it is known whether the server or the request is the cause. If
 * another server responds well to the same request, the server was the cause. If several servers fail the request, the
 * request is the cause.
 */
final class Blame {

    private record Failed(Server server, String why) {}

    private final Pool pool;
    private final long network;
    private final List<Failed> all = new ArrayList<>(2);

    /** @param network the key of the client's network, from {@code RequestContext.clientNetwork()} */
    Blame(Pool pool, long network) {
        this.pool = pool;
        this.network = network;
    }

    /** Counts a failure of this server; whether the server or the request is the cause stays open. */
    void failed(Server server, String why) {
        server.traffic().failed();
        all.add(new Failed(server, why));
    }

    /** Reports the failures as confirmed, since another server has responded well to the request. */
    void respondedElsewhere(long now) {
        tell(true, now);
    }

    /**
     * Ends a request to which no other server has responded well. The failure of a single server is reported as
     * unconfirmed; if several servers failed, the request is the cause and nothing is reported.
     */
    void requestEnded(long now) {
        if (all.size() == 1) {
            tell(false, now);
        }
        all.clear();
    }

    private void tell(boolean confirmed, long now) {
        all.forEach(failed -> pool.failed(failed.server(), failed.why(), network, confirmed, now));
        all.clear();
    }
}

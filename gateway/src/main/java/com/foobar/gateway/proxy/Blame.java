package com.foobar.gateway.proxy;

import java.util.ArrayList;
import java.util.List;

import com.foobar.gateway.server.Pool;
import com.foobar.gateway.server.Server;

/**
 * The servers that failed one request, kept until it is known whether that says something of them or of the request:
 * what another server answers well was a failure of the first one, and what several servers fail is a failure of the
 * request.
 */
final class Blame {

    private record Failed(Server server, String why) {}

    private final Pool pool;
    private final long network;
    private final List<Failed> all = new ArrayList<>(2);

    /** @param network the client's network */
    Blame(Pool pool, long network) {
        this.pool = pool;
        this.network = network;
    }

    /** Counts the failure; whom it says something of is left open. */
    void failed(Server server, String why) {
        server.traffic().failed();
        all.add(new Failed(server, why));
    }

    /** Another server has answered the request well. */
    void answeredElsewhere(long now) {
        tell(true, now);
    }

    /** No other server has answered the request well, or none was asked. */
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

package com.foobar.gateway.server;

import com.foobar.gatewayview.ServerState;

/** Is told what happens in the pool; called under the pool's lock, so it must be quick. */
public interface PoolListener {

    /** A server has joined. */
    default void joined(Server server) {}

    /** A server has left; what it has in hand may still finish. */
    default void left(Server server) {}

    /** About a second has gone by; not under the pool's lock. */
    default void tick(long now) {}

    /** A server fails more requests than others, such as this other one; not under the pool's lock. */
    default void suspected(Server server, Server other, String why) {}

    /** A server's state is another than before. */
    default void changed(Server server, ServerState before) {}
}

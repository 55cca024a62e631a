package com.foobar.gateway.server;

import com.foobar.gatewayview.ServerState;

/**
 * Receives the events of the pool. Unless a method says otherwise, it is called under the pool's lock, so it must
 * return quickly.
 */
public interface PoolListener {

    /** Called when a server has joined the pool, or for each server of the pool when the listener is added. */
    default void joined(Server server) {}

    /** Called when a server has left the pool; its requests in flight may still finish. */
    default void left(Server server) {}

    /**
     * Called about once a second, not under the pool's lock.
     *
     * @param now the present time, as {@link System#nanoTime()} returns it
     */
    default void tick(long now) {}

    /**
     * Called when a server fails more requests than the others, but a few clients may have caused these failures; not
     * under the pool's lock.
     *
     * @param server the suspected server
     * @param other another server, up and not ejected, for a comparison
     * @param why the reason, as part of a sentence for people
     */
    default void suspected(Server server, Server other, String why) {}

    /**
     * Called when a server's state has changed.
     *
     * @param server the server, with its new state
     * @param before the previous state
     */
    default void changed(Server server, ServerState before) {}
}

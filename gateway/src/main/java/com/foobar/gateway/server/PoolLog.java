package com.foobar.gateway.server;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.foobar.gatewayview.ServerState;

/** Logs every change in the pool. */
final class PoolLog implements PoolListener {

    private static final Logger logger = LoggerFactory.getLogger(PoolLog.class);

    @Override
    public void joined(Server server) {
        logger.info("{} joined the pool at {}", server.name(), server.address());
    }

    @Override
    public void left(Server server) {
        logger.info("{} left the pool", server.name());
    }

    @Override
    public void changed(Server server, ServerState before) {
        Status status = server.status();
        if (status.state() == ServerState.DOWN || status.state() == ServerState.EJECTED) {
            logger.warn("{} is {}, was {}: {}", server.name(), status.state(), before, status.reason());
        } else {
            logger.info("{} is {}, was {}: {}", server.name(), status.state(), before, status.reason());
        }
    }
}

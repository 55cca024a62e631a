package com.foobar.gateway.proxy;

import java.time.Duration;

import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

import com.foobar.gateway.server.PoolListener;
import com.foobar.gateway.server.Server;
import com.foobar.gatewayview.ServerState;

/**
 * Ends the attempts that have waited too long. It checks all upstream connections once a second, in place of a timer
 * for each request.
 */
final class AttemptWatch implements PoolListener {

    private final Upstreams upstreams;
    private final Duration timeout;

    AttemptWatch(Upstreams upstreams, Duration timeout) {
        this.upstreams = upstreams;
        this.timeout = timeout;
    }

    @Override
    public void tick(long now) {
        for (Upstream upstream : upstreams.all()) {
            for (Channel channel : upstream.channels()) {
                Attempt attempt = channel.attr(Attempt.ON_CHANNEL).get();
                if (attempt == null || attempt.isSwitched()) {
                    continue;
                }
                RequestBody body = attempt.body();
                if ((body != null && body.isTooSlow(now)) || now - attempt.lastSign() > timeout.toNanos()) {
                    end(channel, attempt, true);
                }
            }
        }
    }

    /**
     * Closes the connections to a server that is down and does not respond to health checks at all. It will not respond
     * to waiting requests either, so those that may be repeated can go to another server at once.
     */
    @Override
    public void changed(Server server, ServerState before) {
        if (server.status().state() != ServerState.DOWN || !server.isSilent()) {
            return;
        }
        for (Channel channel : upstreams.of(server).channels()) {
            Attempt attempt = channel.attr(Attempt.ON_CHANNEL).get();
            if (attempt == null || (attempt.isRepeatable() && !attempt.hasResponseBegun())) {
                end(channel, attempt, false);
            }
        }
    }

    @SuppressWarnings({ "ReferenceEquality", "FutureReturnValueIgnored" })
    private static void end(Channel channel, @Nullable Attempt attempt, boolean timedOut) {
        channel.eventLoop().execute(() -> {
            // The connection may carry another request by now.
            if (channel.attr(Attempt.ON_CHANNEL).get() != attempt) {
                return;
            }
            if (attempt != null && timedOut) {
                attempt.timedOut(channel.isWritable());
            }
            channel.close();
        });
    }
}

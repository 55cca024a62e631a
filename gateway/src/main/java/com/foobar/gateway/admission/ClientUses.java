package com.foobar.gateway.admission;

import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import com.foobar.gateway.admission.RejectionMetrics.Reason;
import com.foobar.gateway.exchange.RequestContext;
import com.foobar.gateway.settings.ClientProperties;

/** What each client holds, up to a limit of each kind; who holds nothing is not remembered. */
public final class ClientUses {

    private final Map<Long, ClientUse> known = new ConcurrentHashMap<>();
    private final ClientProperties limits;

    ClientUses(ClientProperties limits) {
        this.limits = limits;
    }

    /** Counts a connection of the client; null where it has as many as it may have. */
    @Nullable
    public ClientUse connect(InetAddress address) {
        ClientUse use = known.compute(RequestContext.clientKey(address), (client, before) -> {
            ClientUse after = before == null ? new ClientUse(client) : before;
            after.connections().incrementAndGet();
            return after;
        });
        if (isOver(use.connections().get(), limits.maxConnections())) {
            disconnected(use);
            return null;
        }
        return use;
    }

    /** Counts a connection out. */
    public void disconnected(ClientUse use) {
        if (use.connections().decrementAndGet() == 0) {
            forgetIfNothing(use);
        }
    }

    /**
     * Counts a request, and its body where it has one; tells of which the client has as many as it may have, or null.
     */
    @Nullable
    public Reason begin(ClientUse use, RequestContext request) {
        if (!take(use.inFlight(), limits.maxInFlight())) {
            return Reason.IN_FLIGHT;
        }
        if (!request.hasBody()) {
            return null;
        }
        if (!take(use.uploads(), limits.maxUploads())) {
            end(use);
            return Reason.UPLOADS;
        }
        request.upload(use.uploads());
        return null;
    }

    /** Counts a request out; its body is counted out where it ends. */
    public void end(ClientUse use) {
        if (use.inFlight().decrementAndGet() == 0) {
            forgetIfNothing(use);
        }
    }

    /** How many clients hold something. */
    public int size() {
        return known.size();
    }

    private void forgetIfNothing(ClientUse use) {
        if (use.isNothing()) {
            known.computeIfPresent(use.client(), (client, now) -> now.isNothing() ? null : now);
        }
    }

    private static boolean take(AtomicInteger count, int limit) {
        if (isOver(count.incrementAndGet(), limit)) {
            count.decrementAndGet();
            return false;
        }
        return true;
    }

    private static boolean isOver(int count, int limit) {
        return limit != 0 && count > limit;
    }
}

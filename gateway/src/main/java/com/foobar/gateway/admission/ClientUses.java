package com.foobar.gateway.admission;

import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import com.foobar.gateway.admission.RejectionMetrics.Reason;
import com.foobar.gateway.exchange.RequestContext;
import com.foobar.gateway.settings.ClientProperties;

/** Counts what each client uses, and enforces the limits per client. A client that uses nothing is forgotten. */
public final class ClientUses {

    private final Map<Long, ClientUse> known = new ConcurrentHashMap<>();
    private final ClientProperties limits;

    ClientUses(ClientProperties limits) {
        this.limits = limits;
    }

    /**
     * Counts a new connection of a client.
     *
     * @param address the client's address
     * @return the client's counts, to be passed to {@link #disconnected} when the connection closes; null if the client
     *         already has as many connections as it may have, and then the new one is not counted
     */
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

    /**
     * Counts a closed connection out.
     *
     * @param use the counts that {@link #connect} returned
     */
    public void disconnected(ClientUse use) {
        if (use.connections().decrementAndGet() == 0) {
            forgetIfNothing(use);
        }
    }

    /**
     * Counts a request as in flight, and its body as an upload if it has one.
     *
     * @param use the counts of the request's client
     * @param request the request
     * @return null if the request may proceed, and then {@link #end} must follow; otherwise the reason to refuse it,
     *         and then nothing stays counted
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

    /**
     * Counts out a request that {@link #begin} allowed to proceed. {@link RequestContext#bodyEnded} counts out its
     * body.
     *
     * @param use the counts of the request's client
     */
    public void end(ClientUse use) {
        if (use.inFlight().decrementAndGet() == 0) {
            forgetIfNothing(use);
        }
    }

    /** Returns how many clients have an open connection or a request in flight. */
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

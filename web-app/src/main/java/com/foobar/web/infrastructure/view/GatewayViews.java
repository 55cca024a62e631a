package com.foobar.web.infrastructure.view;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.foobar.gatewayview.GatewayView;

/**
 * Stores the last view of each gateway until the view is too old. The number of gateways is limited, whatever names the
 * checks contain.
 */
public final class GatewayViews {

    /**
     * The last view of a gateway.
     *
     * @param age the time since the view was received
     * @param silent whether this time is so long that the view may no longer be true
     */
    public record HeardView(GatewayView view, Duration age, boolean silent) {}

    /** The most gateways that are stored: many more than any site has. */
    private static final int MOST = 16;

    private record Heard(GatewayView view, long nanoTime) {}

    private final InfrastructureProperties properties;
    private final Map<String, Heard> lastByGateway = new HashMap<>();

    /** Creates a store without views. */
    public GatewayViews(InfrastructureProperties properties) {
        this.properties = properties;
    }

    /**
     * Stores a view in place of the gateway's last one. If there are too many gateways, removes the gateway that has
     * been silent longest.
     *
     * @param nanoTime when the view was received, by {@link System#nanoTime()}
     */
    public synchronized void heard(GatewayView view, long nanoTime) {
        lastByGateway.put(view.gateway(), new Heard(view, nanoTime));
        if (lastByGateway.size() > MOST) {
            lastByGateway.values().stream().max(Comparator.comparingLong(heard -> nanoTime - heard.nanoTime()))
                    .ifPresent(oldest -> lastByGateway.remove(oldest.view().gateway()));
        }
    }

    /**
     * Returns the views that are not too old to be shown, ordered by the gateways' names.
     *
     * @param nanoTime the present time, by {@link System#nanoTime()}
     */
    public synchronized List<HeardView> known(long nanoTime) {
        lastByGateway.values().removeIf(heard -> age(heard, nanoTime).compareTo(properties.forgetAfter()) > 0);
        return lastByGateway.values().stream().sorted(Comparator.comparing(heard -> heard.view().gateway()))
                .map(heard -> view(heard, age(heard, nanoTime))).toList();
    }

    private HeardView view(Heard heard, Duration age) {
        return new HeardView(heard.view(), age, age.compareTo(properties.silentAfter()) > 0);
    }

    private static Duration age(Heard heard, long nanoTime) {
        return Duration.ofNanos(nanoTime - heard.nanoTime());
    }
}

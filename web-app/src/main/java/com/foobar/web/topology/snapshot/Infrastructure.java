package com.foobar.web.topology.snapshot;

import java.time.Clock;
import java.util.List;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.stereotype.Service;

import com.foobar.web.topology.InstanceProperties;
import com.foobar.web.topology.view.GatewayViews;
import com.foobar.web.topology.view.HeardView;

/** Tells how all gateways, servers and database nodes are, as far as this instance knows; asking costs no question to any of them. */
@Service
public class Infrastructure {

    /** The health contributor that knows the database nodes. */
    private static final String DATABASES = "replication";

    private final GatewayViews views;
    private final HealthContributorRegistry health;
    private final InstanceProperties instance;
    private final Clock clock;

    Infrastructure(GatewayViews views, HealthContributorRegistry health, InstanceProperties instance, Clock clock) {
        this.views = views;
        this.health = health;
        this.instance = instance;
        this.clock = clock;
    }

    /** How all is now. */
    public Snapshot snapshot() {
        List<HeardView> heard = views.known(System.nanoTime());
        List<Gateway> gateways = heard.stream().map(
                each -> new Gateway(each.view().gateway(), each.age(), each.silent(), each.view().unlisted()))
                .toList();
        return new Snapshot(clock.instant(), instance.instance(), gateways, Servers.of(heard, instance.instance()),
                databases());
    }

    private List<DatabaseNode> databases() {
        if (health.getContributor(DATABASES) instanceof HealthIndicator nodes) {
            Health known = nodes.health();
            return known == null ? List.of() : DatabaseNodes.of(known.getDetails());
        }
        return List.of();
    }
}

package com.foobar.web.infrastructure.snapshot;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Service;

import com.foobar.replication.status.ReplicationStatus;
import com.foobar.web.infrastructure.failover.FailoverWatch;
import com.foobar.web.infrastructure.snapshot.Snapshot.Gateway;
import com.foobar.web.infrastructure.view.GatewayViews;
import com.foobar.web.infrastructure.view.GatewayViews.HeardView;
import com.foobar.web.instance.InstanceProperties;

/**
 * Tells the state of all gateways, servers and database nodes as this instance knows it. Reading it sends nothing to
 * any of them; only the agents of the database nodes, if there are any, are asked from time to time.
 */
@Service
public class Infrastructure {

    private final GatewayViews views;
    private final ReplicationStatus databases;
    private final FailoverWatch failover;
    private final InstanceProperties instance;
    private final Clock clock;

    Infrastructure(GatewayViews views, ReplicationStatus databases, FailoverWatch failover,
            InstanceProperties instance, Clock clock) {
        this.views = views;
        this.databases = databases;
        this.failover = failover;
        this.instance = instance;
        this.clock = clock;
    }

    /** Returns the present state. */
    public Snapshot snapshot() {
        List<HeardView> heard = views.known(System.nanoTime());
        List<Gateway> gateways = heard.stream().map(
                each -> new Gateway(each.view().gateway(), each.age(), each.silent(), each.view().unlisted()))
                .toList();
        return new Snapshot(clock.instant(), instance.instance(), gateways, Servers.of(heard, instance.instance()),
                databases.nodes().stream().map(DatabaseNode::of).toList(), failover.present());
    }
}

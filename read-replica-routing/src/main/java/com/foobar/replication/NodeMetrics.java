package com.foobar.replication;

import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import com.foobar.replication.node.Cluster;
import com.foobar.replication.node.Node;
import com.foobar.replication.status.Role;

/** Publishes the state of each node as gauges. */
record NodeMetrics(Cluster cluster) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        cluster.nodes().forEach(node -> bind(registry, node));
    }

    private void bind(MeterRegistry registry, Node node) {
        Gauge.builder("foobar.replication.node.up", node, each -> each.state().reachable() ? 1 : 0)
                .description("Whether the node responded to the last probe").tag("node", node.name())
                .register(registry);
        Gauge.builder("foobar.replication.node.primary", node, each -> each.role() == Role.PRIMARY ? 1 : 0)
                .description("Whether the node takes the writes").tag("node", node.name()).register(registry);
        Gauge.builder("foobar.replication.node.writable", node, each -> each.state().writable() ? 1 : 0)
                .description("Whether the node says that it is writable").tag("node", node.name()).register(registry);
        TimeGauge
                .builder("foobar.replication.lag", node, TimeUnit.SECONDS,
                        each -> cluster.lag(each).time().toNanos() / 1e9)
                .description("Since when the primary has had something that the node has not").tag("node", node.name())
                .register(registry);
        Gauge.builder("foobar.replication.lag.transactions", node, each -> cluster.lag(each).transactions())
                .description("How many of the primary's transactions the node has not").tag("node", node.name())
                .register(registry);
    }
}

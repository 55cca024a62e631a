package com.foobar.replication;

import java.time.Duration;
import java.util.List;

import com.foobar.replication.dialect.Report;
import com.foobar.replication.node.Cluster;
import com.foobar.replication.node.Node;
import com.foobar.replication.status.Applier;
import com.foobar.replication.status.Lag;
import com.foobar.replication.status.NodeStatus;
import com.foobar.replication.status.ReplicationStatus;

/** Gives applications the state of the nodes as the routing last saw them. */
final class ClusterStatus implements ReplicationStatus {

    private final Cluster cluster;
    private final Duration maxLag;

    /** @param maxLag how far a replica may be behind and still be read from */
    ClusterStatus(Cluster cluster, Duration maxLag) {
        this.cluster = cluster;
        this.maxLag = maxLag;
    }

    @Override
    public List<NodeStatus> nodes() {
        return cluster.nodes().stream().map(this::status).toList();
    }

    private NodeStatus status(Node node) {
        Report report = node.state().report();
        if (report == null) {
            return new NodeStatus(node.name(), node.role(), false, false, Applier.UNKNOWN, null, Lag.NONE, false,
                    String.valueOf(node.state().problem()));
        }
        Lag lag = cluster.lag(node);
        String position = report.executed().toString();
        return new NodeStatus(node.name(), node.role(), true, report.writable(), report.applier(),
                position.isEmpty() ? null : position, lag, lag.time().compareTo(maxLag) > 0, null);
    }
}

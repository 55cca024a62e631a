package com.foobar.web.replication;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

import com.foobar.web.replication.dialect.Report;
import com.foobar.web.replication.node.Cluster;
import com.foobar.web.replication.node.Lag;
import com.foobar.web.replication.node.Node;

/** Says how each node is. It is down while no primary answers, though the application may still serve what only reads. */
class ReplicationHealth extends AbstractHealthIndicator {

    private final Cluster cluster;
    private final Duration maxLag;

    /** @param maxLag how far behind a replica may be and still be read from */
    ReplicationHealth(Cluster cluster, Duration maxLag) {
        this.cluster = cluster;
        this.maxLag = maxLag;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        cluster.nodes().forEach(node -> builder.withDetail(node.name(), details(node)));
        Node primary = cluster.primary();
        if (primary == null || !primary.state().reachable()) {
            builder.down().withDetail("lacks", "No primary answers: nothing can be written.");
        } else {
            builder.up();
            if (cluster.nodes().stream().anyMatch(node -> !node.state().reachable())) {
                builder.withDetail("lacks", "A replica does not answer: the others and the primary are read from.");
            }
        }
    }

    private Map<String, Object> details(Node node) {
        var details = new LinkedHashMap<String, Object>();
        details.put("role", node.role());
        Report report = node.state().report();
        details.put("reachable", report != null);
        if (report == null) {
            details.put("problem", String.valueOf(node.state().problem()));
        } else {
            Lag lag = cluster.lag(node);
            details.put("writable", report.writable());
            details.put("applier", report.applier());
            details.put("position", report.executed().toString());
            details.put("lagSeconds", lag.time().toMillis() / 1_000.0);
            details.put("lagTransactions", lag.transactions());
            details.put("behind", lag.time().compareTo(maxLag) > 0);
        }
        return details;
    }
}

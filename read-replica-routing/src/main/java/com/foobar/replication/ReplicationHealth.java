package com.foobar.replication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

import com.foobar.replication.status.NodeStatus;
import com.foobar.replication.status.ReplicationStatus;
import com.foobar.replication.status.Role;

/**
 * Reports the state of each node. The status is down while no primary responds, although the application may still
 * serve reads.
 */
class ReplicationHealth extends AbstractHealthIndicator {

    private final ReplicationStatus status;

    ReplicationHealth(ReplicationStatus status) {
        this.status = status;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        List<NodeStatus> nodes = status.nodes();
        nodes.forEach(node -> builder.withDetail(node.name(), details(node)));
        if (nodes.stream().noneMatch(node -> node.role() == Role.PRIMARY && node.reachable())) {
            builder.down().withDetail("lacks", "No primary responds: nothing can be written.");
        } else {
            builder.up();
            if (nodes.stream().anyMatch(node -> !node.reachable())) {
                builder.withDetail("lacks", "A replica does not respond: the others and the primary are read from.");
            }
        }
    }

    private static Map<String, Object> details(NodeStatus node) {
        LinkedHashMap<String, Object> details = new LinkedHashMap<>();
        details.put("role", node.role());
        details.put("reachable", node.reachable());
        if (node.reachable()) {
            details.put("writable", node.writable());
            details.put("applier", node.applier());
            details.put("position", Objects.requireNonNullElse(node.position(), ""));
            details.put("lagSeconds", node.lag().time().toMillis() / 1_000.0);
            details.put("lagTransactions", node.lag().transactions());
            details.put("behind", node.behind());
        } else {
            details.put("problem", String.valueOf(node.problem()));
        }
        return details;
    }
}

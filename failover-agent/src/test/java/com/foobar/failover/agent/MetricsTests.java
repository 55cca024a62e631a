package com.foobar.failover.agent;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MetricsTests {

    private final Metrics metrics = new Metrics();

    @Test
    void everyReasonIsThereFromTheStart() {
        assertThat(metrics.text(Status.unknown("mysql-1")))
                .contains("failover_promotions_total{reason=\"failover\"} 0\n")
                .contains("failover_promotions_total{reason=\"initial\"} 0\n")
                .contains("failover_promotions_total{reason=\"manual\"} 0\n")
                .contains("failover_promotions_total{reason=\"switchover\"} 0\n").contains("failover_leader 0\n");
    }

    @Test
    void primaryThatHoldsTheLeaseSaysSo() {
        metrics.promoted("failover");
        metrics.serverKilled();
        metrics.switchoverRefused();
        Status status = new Status("mysql-1", "mysql-1", "mysql-2", 7, "mysql-1", true, false, true, true, 2);
        assertThat(metrics.text(status)).contains("failover_leader 1\n").contains("failover_primary 1\n")
                .contains("failover_partner 0\n").contains("failover_term 7\n").contains("failover_set_aside 2\n")
                .contains("failover_promotions_total{reason=\"failover\"} 1\n")
                .contains("failover_server_kills_total 1\n").contains("failover_switchovers_refused_total 1\n");
    }
}

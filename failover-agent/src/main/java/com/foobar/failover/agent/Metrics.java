package com.foobar.failover.agent;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The agent's metrics, in the text format of Prometheus.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Prometheus: exposition formats</a>
 */
final class Metrics {

    private final Map<String, LongAdder> promotions = new TreeMap<>();
    private final LongAdder switchoversRefused = new LongAdder();
    private final LongAdder serverKills = new LongAdder();

    Metrics() {
        for (Reason reason : Reason.values()) {
            promotions.put(reason.text(), new LongAdder());
        }
    }

    void promoted(String reason) {
        LongAdder counter = promotions.get(reason);
        if (counter != null) {
            counter.increment();
        }
    }

    void switchoverRefused() {
        switchoversRefused.increment();
    }

    void serverKilled() {
        serverKills.increment();
    }

    String text(Status status) {
        StringBuilder text = new StringBuilder(2_048);
        gauge(text, "failover_leader", "Whether this agent holds the lease", status.node().equals(status.leader()));
        gauge(text, "failover_primary", "Whether the roles name this node as the primary",
                status.node().equals(status.primary()));
        gauge(text, "failover_partner", "Whether the roles name this node's running server as the partner",
                status.isPartner());
        gauge(text, "failover_store_reachable", "Whether etcd responded to the last request", status.storeReachable());
        gauge(text, "failover_server_running", "Whether the MySQL server responds", status.serverRunning());
        gauge(text, "failover_server_writable", "Whether the MySQL server accepts writes", status.serverWritable());
        gauge(text, "failover_term", "The term of the roles", status.term());
        gauge(text, "failover_set_aside", "Sets of transactions that are kept aside on this node", status.setAside());
        head(text, "failover_promotions_total", "counter", "How often this node became the primary");
        promotions.forEach((reason, count) -> text.append("failover_promotions_total{reason=\"").append(reason)
                .append("\"} ").append(count.sum()).append('\n'));
        counter(text, "failover_switchovers_refused_total", "Switchovers that were asked for and refused",
                switchoversRefused);
        counter(text, "failover_server_kills_total", "How often this agent ended its server by SIGKILL", serverKills);
        return text.toString();
    }

    private static void gauge(StringBuilder text, String name, String help, boolean value) {
        gauge(text, name, help, value ? 1 : 0);
    }

    private static void gauge(StringBuilder text, String name, String help, long value) {
        head(text, name, "gauge", help);
        text.append(name).append(' ').append(value).append('\n');
    }

    private static void counter(StringBuilder text, String name, String help, LongAdder value) {
        head(text, name, "counter", help);
        text.append(name).append(' ').append(value.sum()).append('\n');
    }

    private static void head(StringBuilder text, String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append("\n# TYPE ").append(name).append(' ')
                .append(type).append('\n');
    }
}

package com.foobar.gateway.admin;

import java.time.Instant;

import com.foobar.gateway.server.Server;
import com.foobar.gateway.server.ServerStats;
import com.foobar.gateway.server.Status;
import com.foobar.gatewayview.ServerState;

/**
 * A server as the endpoint and the page show it.
 *
 * @param name its name
 * @param address its host and port
 * @param state its state
 * @param reason why
 * @param since when this state began
 * @param weight its weight
 * @param standby whether it waits for the others to fail
 * @param inFlight requests that it is working on
 * @param rate requests answered in the last second
 * @param p50Micros the median latency of the last seconds, in microseconds
 * @param p99Micros the 99th percentile of the same
 * @param requests requests answered since the gateway started
 * @param errors requests failed
 * @param retries requests that went on to another server
 * @param ejections times that it was ejected
 */
record ServerDescriptor(String name, String address, ServerState state, String reason, Instant since, int weight,
        boolean standby,
        int inFlight, double rate, long p50Micros, long p99Micros, long requests, long errors, long retries,
        long ejections) {

    static ServerDescriptor of(Server server) {
        Status status = server.status();
        ServerStats traffic = server.traffic();
        return new ServerDescriptor(server.name(), server.authority(), status.state(), status.reason(), status.since(),
                server.weight(), server.isStandby(), server.inFlight(), traffic.rate(), traffic.quantileMicros(0.5),
                traffic.quantileMicros(0.99), traffic.requests(), traffic.errors(), traffic.retries(),
                traffic.ejections());
    }
}

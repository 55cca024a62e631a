package com.foobar.gateway.admin;

import java.time.Instant;

import com.foobar.gateway.server.Server;
import com.foobar.gateway.server.ServerStats;
import com.foobar.gateway.server.Status;
import com.foobar.gatewayview.ServerState;

/**
 * A server, as the endpoint and the page show it.
 *
 * @param name the server's name
 * @param address the server's host and port
 * @param state the server's state
 * @param reason why the server has this state
 * @param since when this state began
 * @param weight the share of traffic relative to other servers, from 1 to 256
 * @param standby whether the server is on standby
 * @param inFlight the requests in flight
 * @param rate the requests per second that the server responded to, over the last second
 * @param p50Micros the median latency of the last seconds, in microseconds
 * @param p99Micros the 99th percentile of the latency of the last seconds, in microseconds
 * @param requests the requests that the server responded to since it joined the pool
 * @param errors the requests that the server failed
 * @param retries the requests that the server failed and that were retried on another server
 * @param ejections how many times the server was ejected
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

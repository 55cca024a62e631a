package com.foobar.gateway.admin;

import java.util.List;

import com.foobar.gateway.balancing.Algorithm;
import com.foobar.gateway.balancing.Mode;

/**
 * The pool as the endpoint and the page show it.
 *
 * @param instance which gateway this is
 * @param algorithm how servers are chosen
 * @param mode which servers share the traffic
 * @param panic whether ejected servers are tried because there are no others
 * @param control whether a password is set, so that servers can be controlled
 * @param servers the servers
 */
record PoolDescriptor(String instance, Algorithm algorithm, Mode mode, boolean panic, boolean control,
        List<ServerDescriptor> servers) {}

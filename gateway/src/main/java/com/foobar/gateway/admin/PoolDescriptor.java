package com.foobar.gateway.admin;

import java.util.List;

import com.foobar.gateway.balancing.Algorithm;
import com.foobar.gateway.balancing.Mode;

/**
 * The pool, as the endpoint and the page show it.
 *
 * @param instance the name of this gateway
 * @param algorithm how a server is chosen for a request
 * @param mode which of the eligible servers share the traffic
 * @param panic whether ejected servers get requests because no other server is up
 * @param control whether control is enabled: a password is set
 * @param servers the servers, in the order of the configuration
 */
record PoolDescriptor(String instance, Algorithm algorithm, Mode mode, boolean panic, boolean control,
        List<ServerDescriptor> servers) {}

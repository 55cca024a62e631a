package com.foobar.gateway.server;

import java.net.InetAddress;
import java.util.List;

import reactor.core.publisher.Mono;

/** Looks up the present addresses of a host name. */
@FunctionalInterface
interface AddressLookup {

    /** Returns the addresses of the name; fails if the name is unknown or the lookup fails. */
    Mono<List<InetAddress>> lookup(String name);
}

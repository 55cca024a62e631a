package com.foobar.gateway.server;

import java.net.InetAddress;
import java.util.List;

import reactor.core.publisher.Mono;

/** Tells the addresses that a name stands for now. */
@FunctionalInterface
interface AddressLookup {

    Mono<List<InetAddress>> lookup(String name);
}

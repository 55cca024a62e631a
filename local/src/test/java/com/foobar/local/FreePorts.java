package com.foobar.local;

import java.util.EnumMap;
import java.util.Map;
import java.util.PrimitiveIterator;

import com.foobar.process.LoopbackPorts;

/** Finds a free port for every endpoint. */
final class FreePorts {

    private FreePorts() {}

    static PortPlan plan() {
        Endpoint[] endpoints = Endpoint.values();
        PrimitiveIterator.OfInt free = LoopbackPorts.free().limit(endpoints.length).iterator();
        Map<Endpoint, Integer> ports = new EnumMap<>(Endpoint.class);
        for (Endpoint endpoint : endpoints) {
            ports.put(endpoint, free.nextInt());
        }
        return new PortPlan(ports);
    }
}

package com.foobar.gateway.tracing;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Span.Kind;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import io.netty.handler.codec.http.HttpHeaders;

/**
 * Makes spans with Micrometer's bridge to OpenTelemetry. W3C's headers carry the trace from the client to the gateway,
 * and from there to the server.
 */
final class OpenTelemetryTraces implements Traces {

    private final Tracer tracer;
    private final Propagator propagator;

    OpenTelemetryTraces(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    @Override
    public Span request(String method, HttpHeaders headers) {
        return propagator.extract(headers, (from, name) -> from.get(name)).kind(Kind.SERVER).name(method)
                .tag("http.request.method", method).start();
    }

    @Override
    public Span attempt(Span request, String server) {
        return tracer.spanBuilder().setParent(request.context()).kind(Kind.CLIENT).name("to " + server)
                .tag("server", server).start();
    }

    @Override
    public void pass(Span attempt, HttpHeaders headers) {
        propagator.inject(attempt.context(), headers, (_, name, value) -> headers.set(name, value));
    }
}

package com.foobar.gateway.exchange;

import java.util.List;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;

import com.foobar.gateway.settings.EdgeProperties;
import com.foobar.gateway.settings.Instance;

/** Sets the headers that every response of the gateway has. */
public final class ResponseHeaders {

    static final AsciiString REQUEST_ID = AsciiString.cached("X-Request-ID");
    private static final AsciiString HSTS = AsciiString.cached("Strict-Transport-Security");

    private final String via;
    private final String hsts;
    private final List<DepartureSignal> departures;

    ResponseHeaders(Instance instance, EdgeProperties properties, List<DepartureSignal> departures) {
        this.via = instance.via();
        long seconds = properties.hsts().toSeconds();
        this.hsts = seconds == 0 ? "" : "max-age=" + seconds;
        this.departures = List.copyOf(departures);
    }

    /**
     * Sets these headers, and replaces the values that a server may have sent.
     *
     * @param context the request that gets the response
     * @param headers the headers of the response to the client
     */
    public void set(RequestContext context, HttpHeaders headers) {
        headers.set(HttpHeaderNames.VIA, via);
        headers.set(REQUEST_ID, context.id());
        if (!hsts.isEmpty() && context.isSecure()) {
            headers.set(HSTS, hsts);
        }
        for (DepartureSignal departure : departures) {
            if (departure.isDeparting()) {
                headers.set(HttpHeaderNames.CONNECTION, "close");
            }
        }
    }
}

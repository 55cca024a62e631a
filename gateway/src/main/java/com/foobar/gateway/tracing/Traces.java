package com.foobar.gateway.tracing;

import io.micrometer.tracing.Span;
import io.netty.handler.codec.http.HttpHeaders;

/** Makes the spans of a request: one for all of it, and one within that for each server that it was sent to. */
public interface Traces {

    /** Makes none, and passes on what the client sent. */
    Traces NONE = new Traces() {

        @Override
        public Span request(String method, HttpHeaders headers) {
            return Span.NOOP;
        }

        @Override
        public Span attempt(Span request, String server) {
            return Span.NOOP;
        }

        @Override
        public void pass(Span attempt, HttpHeaders headers) {
            // They are the client's, copied already.
        }
    };

    /** Begins the span of a request; part of the client's trace where its headers say so, or else of a new one. */
    Span request(String method, HttpHeaders headers);

    /** Begins the span of a request's way to a server. */
    Span attempt(Span request, String server);

    /** Tells the server which trace the request belongs to. */
    void pass(Span attempt, HttpHeaders headers);

    /** Ends the span of a request. */
    static void end(Span request, String id, int status) {
        if (!request.isNoop()) {
            end(request.tag("http.request.id", id), status);
        }
    }

    /** Ends a span whose answer had that status; 0 where there was none. */
    static void end(Span span, int status) {
        if (!span.isNoop()) {
            span.tag("http.response.status_code", status);
            if (status == 0 || status >= 500) {
                span.error(new IllegalStateException(status == 0 ? "no answer" : "answer " + status));
            }
            span.end();
        }
    }
}

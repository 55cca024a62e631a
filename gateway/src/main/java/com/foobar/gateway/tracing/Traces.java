package com.foobar.gateway.tracing;

import io.micrometer.tracing.Span;
import io.netty.handler.codec.http.HttpHeaders;

/** Makes the spans of a request: one for the whole request, and within it one for each attempt on a server. */
public interface Traces {

    /** Makes no spans; the trace headers of the client go to the server unchanged. */
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
            // The client's headers are copied already.
        }
    };

    /**
     * Starts the span of a request: in the client's trace if the headers name one, otherwise in a new trace.
     *
     * @param method the request's HTTP method
     * @param headers the headers that the client sent
     */
    Span request(String method, HttpHeaders headers);

    /**
     * Starts the span of an attempt.
     *
     * @param request the request's span
     * @param server the name of the server that the attempt goes to
     */
    Span attempt(Span request, String server);

    /**
     * Tells the server which trace and span its work belongs to.
     *
     * @param attempt the span of the attempt
     * @param headers the headers that go to the server; the trace headers are set in them
     */
    void pass(Span attempt, HttpHeaders headers);

    /**
     * Ends the span of a request.
     *
     * @param request the request's span
     * @param id the request's id ({@code X-Request-ID})
     * @param status the status of the response, or 0 if there was none
     */
    static void end(Span request, String id, int status) {
        if (!request.isNoop()) {
            end(request.tag("http.request.id", id), status);
        }
    }

    /**
     * Ends a span.
     *
     * @param span the span of a request or an attempt
     * @param status the status of the response, or 0 if there was none; 0 and 5xx mark the span as failed
     */
    static void end(Span span, int status) {
        if (!span.isNoop()) {
            span.tag("http.response.status_code", status);
            if (status == 0 || status >= 500) {
                span.error(new IllegalStateException(status == 0 ? "no response" : "status " + status));
            }
            span.end();
        }
    }
}

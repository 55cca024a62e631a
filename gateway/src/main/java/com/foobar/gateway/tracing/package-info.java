/** Traces of requests with OpenTelemetry; made only if the address of a collector is set. */
@NullMarked
package com.foobar.gateway.tracing;

import org.jspecify.annotations.NullMarked;

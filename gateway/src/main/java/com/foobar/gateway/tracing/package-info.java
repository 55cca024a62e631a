/** Traces of requests in OpenTelemetry's form, where somebody collects them. */
@NullMarked
package com.foobar.gateway.tracing;

import org.jspecify.annotations.NullMarked;

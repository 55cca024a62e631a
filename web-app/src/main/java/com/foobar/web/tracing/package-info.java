/** Traces of requests down to their SQL, in OpenTelemetry's form, where somebody collects them. */
@NullMarked
package com.foobar.web.tracing;

import org.jspecify.annotations.NullMarked;

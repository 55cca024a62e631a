/** What operators see of this instance: its access log, request ids, traces and metrics. */
@NullMarked
package com.foobar.web.observability;

import org.jspecify.annotations.NullMarked;

/** What operators can see of this instance: access log, request ids, traces and metrics. */
@NullMarked
package com.foobar.web.observability;

import org.jspecify.annotations.NullMarked;

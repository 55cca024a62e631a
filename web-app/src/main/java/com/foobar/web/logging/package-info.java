/** Ties each line of the log to the request that caused it. */
@NullMarked
package com.foobar.web.logging;

import org.jspecify.annotations.NullMarked;

/** Forwards a request to a chosen server and passes its response back, with retries and metrics. */
@NullMarked
package com.foobar.gateway.proxy;

import org.jspecify.annotations.NullMarked;

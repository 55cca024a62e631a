/** Takes a request to a chosen server and its answer back, with retries and counting. */
@NullMarked
package com.foobar.gateway.proxy;

import org.jspecify.annotations.NullMarked;

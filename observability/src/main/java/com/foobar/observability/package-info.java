/**
 * What the gateway and the web-app publish in the same way: the memory of their process, and traces if a collector is
 * set.
 */
@NullMarked
package com.foobar.observability;

import org.jspecify.annotations.NullMarked;

/** The load balancer: it starts here, and its parts are the packages below. */
@NullMarked
package com.foobar.gateway;

import org.jspecify.annotations.NullMarked;

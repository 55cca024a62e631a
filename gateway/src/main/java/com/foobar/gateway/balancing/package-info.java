/** Which server gets a request: pure functions of the candidates, their state and the request. */
@NullMarked
package com.foobar.gateway.balancing;

import org.jspecify.annotations.NullMarked;

/**
 * The choice of the server that gets a request, from the state of the servers and the client; nothing here knows about
 * the network.
 */
@NullMarked
package com.foobar.gateway.balancing;

import org.jspecify.annotations.NullMarked;

/**
 * One request and its response: what the gateway knows about the request, the headers that the gateway sets, and the
 * gateway's own responses.
 */
@NullMarked
package com.foobar.gateway.exchange;

import org.jspecify.annotations.NullMarked;

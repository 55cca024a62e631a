/**
 * One request and its response: what is known of it, the headers that the gateway sets, and responses of the gateway's
 * own.
 */
@NullMarked
package com.foobar.gateway.exchange;

import org.jspecify.annotations.NullMarked;

/**
 * The way into the gateway: applies admission, identity and limits to each request, redirects to HTTPS, and stops in
 * order.
 */
@NullMarked
package com.foobar.gateway.edge;

import org.jspecify.annotations.NullMarked;

/**
 * The entrance of the gateway: refuses the requests that may not pass, gives each request its id, redirects to HTTPS,
 * and begins the shutdown.
 */
@NullMarked
package com.foobar.gateway.edge;

import org.jspecify.annotations.NullMarked;

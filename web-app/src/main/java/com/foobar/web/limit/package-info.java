/**
 * Limits what the site accepts from one request and from all requests in flight, and decides how it responds to
 * malformed requests.
 */
@NullMarked
package com.foobar.web.limit;

import org.jspecify.annotations.NullMarked;

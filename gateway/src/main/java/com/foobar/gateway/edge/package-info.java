/** What a request meets before it is balanced: TLS, host check, headers, limits, access log. */
@NullMarked
package com.foobar.gateway.edge;

import org.jspecify.annotations.NullMarked;

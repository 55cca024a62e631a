/** Client connections: the framing of HTTP/1, the limits of sizes and times, and the closing of connections. */
@NullMarked
package com.foobar.gateway.connection;

import org.jspecify.annotations.NullMarked;

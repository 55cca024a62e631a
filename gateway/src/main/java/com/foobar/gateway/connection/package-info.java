/** Connections of clients: the framing of HTTP/1, limits of sizes and times, and what they close. */
@NullMarked
package com.foobar.gateway.connection;

import org.jspecify.annotations.NullMarked;

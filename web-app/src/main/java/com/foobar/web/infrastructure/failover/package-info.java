/** Automatic failover of the database, as the agents of the nodes and the database itself tell it. */
@NullMarked
package com.foobar.web.infrastructure.failover;

import org.jspecify.annotations.NullMarked;

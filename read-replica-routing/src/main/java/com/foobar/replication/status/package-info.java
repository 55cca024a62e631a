/** What an application may read of the routing: how each node is, and which node its request used. */
@NullMarked
package com.foobar.replication.status;

import org.jspecify.annotations.NullMarked;

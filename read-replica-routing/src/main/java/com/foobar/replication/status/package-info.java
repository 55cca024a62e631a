/** What an application may read about the routing: the state of each node, and which node served a request. */
@NullMarked
package com.foobar.replication.status;

import org.jspecify.annotations.NullMarked;

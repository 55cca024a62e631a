/** The database nodes: the last known state of each node, and its connections. */
@NullMarked
package com.foobar.replication.node;

import org.jspecify.annotations.NullMarked;

/** Sends each transaction to the node that fits it. */
@NullMarked
package com.foobar.replication.routing;

import org.jspecify.annotations.NullMarked;

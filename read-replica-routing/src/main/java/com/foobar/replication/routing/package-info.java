/** Sends each transaction to the node that is right for it. */
@NullMarked
package com.foobar.replication.routing;

import org.jspecify.annotations.NullMarked;

/** The MySQL server of this node: its process, its data, and its state. */
@NullMarked
package com.foobar.failover.mysql;

import org.jspecify.annotations.NullMarked;

/** The database nodes: what each last said of itself, and its connections. */
@NullMarked
package com.foobar.replication.node;

import org.jspecify.annotations.NullMarked;

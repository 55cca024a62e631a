/** The database nodes: what each last said of itself, and its connections. */
@NullMarked
package com.foobar.web.replication.node;

import org.jspecify.annotations.NullMarked;

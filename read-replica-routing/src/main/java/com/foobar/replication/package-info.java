/** Routes transactions over a primary and its replicas. This library depends on no other module of the site. */
@NullMarked
package com.foobar.replication;

import org.jspecify.annotations.NullMarked;

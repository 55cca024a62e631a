/** Routes transactions over a primary and its replicas; a library that uses nothing else of the site. */
@NullMarked
package com.foobar.replication;

import org.jspecify.annotations.NullMarked;

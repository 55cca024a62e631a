/** A replicating pair of databases to test against: MySQL in containers, or MariaDB as processes of this machine. */
@NullMarked
package com.foobar.replication.pair;

import org.jspecify.annotations.NullMarked;

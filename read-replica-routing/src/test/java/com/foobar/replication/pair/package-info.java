/** A replicating pair of databases for tests: MySQL in containers, or MariaDB as processes of this machine. */
@NullMarked
package com.foobar.replication.pair;

import org.jspecify.annotations.NullMarked;

/** Sets of global transaction identifiers (GTIDs), as MySQL and MariaDB write them. */
@NullMarked
package com.foobar.replication.gtid;

import org.jspecify.annotations.NullMarked;

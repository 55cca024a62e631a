/** A MariaDB primary and its GTID replica as processes of this machine, from Maven artifacts alone. */
@NullMarked
package com.foobar.database.embedded;

import org.jspecify.annotations.NullMarked;

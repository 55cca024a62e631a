/**
 * A MariaDB primary and its GTID replica as processes of this machine; the server programs come from Maven artifacts
 * only.
 */
@NullMarked
package com.foobar.database.embedded;

import org.jspecify.annotations.NullMarked;

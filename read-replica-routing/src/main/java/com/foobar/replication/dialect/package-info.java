/** What differs between the kinds of database server: role, position, waiting, errors. */
@NullMarked
package com.foobar.replication.dialect;

import org.jspecify.annotations.NullMarked;

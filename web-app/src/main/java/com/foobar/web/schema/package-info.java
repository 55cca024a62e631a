/** Brings the database's schema up to date as soon as the database is reachable. */
@NullMarked
package com.foobar.web.schema;

import org.jspecify.annotations.NullMarked;

/** Brings the database's schema up to date as soon as there is a database. */
@NullMarked
package com.foobar.web.schema;

import org.jspecify.annotations.NullMarked;

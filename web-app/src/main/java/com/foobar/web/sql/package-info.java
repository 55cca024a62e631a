/** What all packages need that read or write the database. */
@NullMarked
package com.foobar.web.sql;

import org.jspecify.annotations.NullMarked;

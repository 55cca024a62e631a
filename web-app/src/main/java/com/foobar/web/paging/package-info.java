/** Divides lists into pages: each page ends with a cursor, and the next page begins after it. */
@NullMarked
package com.foobar.web.paging;

import org.jspecify.annotations.NullMarked;

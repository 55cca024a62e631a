/** Lists a page at a time: each page ends at a place from which the next one seeks. */
@NullMarked
package com.foobar.web.paging;

import org.jspecify.annotations.NullMarked;

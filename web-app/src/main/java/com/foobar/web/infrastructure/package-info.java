/** Who served a request: the way that it took, this instance, and the database node that it read from. */
@NullMarked
package com.foobar.web.infrastructure;

import org.jspecify.annotations.NullMarked;

/** What users see when a request cannot be served. */
@NullMarked
package com.foobar.web.failure;

import org.jspecify.annotations.NullMarked;

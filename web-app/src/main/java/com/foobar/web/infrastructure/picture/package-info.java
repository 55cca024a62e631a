/** Draws what is known of the infrastructure: where each part stands, what it says, and the way that a request took. */
@NullMarked
package com.foobar.web.infrastructure.picture;

import org.jspecify.annotations.NullMarked;

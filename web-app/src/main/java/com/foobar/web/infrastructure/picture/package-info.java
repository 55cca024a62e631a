/** Draws the infrastructure: the place and the state of each part, and the way that a request took. */
@NullMarked
package com.foobar.web.infrastructure.picture;

import org.jspecify.annotations.NullMarked;

/** The containers of a compose project, as a test sees and breaks them. */
@NullMarked
package com.foobar.compose;

import org.jspecify.annotations.NullMarked;

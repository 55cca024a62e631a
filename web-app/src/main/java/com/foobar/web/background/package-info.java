/** Work that goes on beside the requests. */
@NullMarked
package com.foobar.web.background;

import org.jspecify.annotations.NullMarked;

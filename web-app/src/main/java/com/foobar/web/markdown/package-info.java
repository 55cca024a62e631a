/** Turns the Markdown that people write into safe HTML and plain text. */
@NullMarked
package com.foobar.web.markdown;

import org.jspecify.annotations.NullMarked;

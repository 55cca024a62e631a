/** The rules for text that people type, the same for pages and the API: for a single line and for many lines. */
@NullMarked
package com.foobar.web.text;

import org.jspecify.annotations.NullMarked;

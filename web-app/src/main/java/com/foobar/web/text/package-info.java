/** The rules of what people type, the same for pages and the API: one for a single line and one for many. */
@NullMarked
package com.foobar.web.text;

import org.jspecify.annotations.NullMarked;

/** What people write: Markdown in, safe HTML or plain text out. */
@NullMarked
package com.foobar.web.markdown;

import org.jspecify.annotations.NullMarked;

/** Finds words in scripts that put no spaces between them, which the database's own index takes for one long word. */
@NullMarked
package com.foobar.web.search;

import org.jspecify.annotations.NullMarked;

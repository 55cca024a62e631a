/**
 * Finds words in scripts without spaces between words; the database's own index takes such a text for one long word.
 */
@NullMarked
package com.foobar.web.search;

import org.jspecify.annotations.NullMarked;

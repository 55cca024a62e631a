/** The lists of published stories: the newest, by tag, by author, and those that a search finds. */
@NullMarked
package com.foobar.web.lists;

import org.jspecify.annotations.NullMarked;

/**
 * The lists of published stories: the newest stories, the stories of a tag or of an author, and the results of a
 * search.
 */
@NullMarked
package com.foobar.web.lists;

import org.jspecify.annotations.NullMarked;

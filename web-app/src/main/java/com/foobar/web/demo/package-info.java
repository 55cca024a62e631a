/** Demo content: authors, stories and comments for an empty database, if it is switched on. */
@NullMarked
package com.foobar.web.demo;

import org.jspecify.annotations.NullMarked;

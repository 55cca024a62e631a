/** The home page: the newest stories, and the form that adds one. */
@NullMarked
package com.foobar.web.home;

import org.jspecify.annotations.NullMarked;

/** Decides which responses Nginx in front of the web-app may cache, and for how long. */
@NullMarked
package com.foobar.web.caching;

import org.jspecify.annotations.NullMarked;

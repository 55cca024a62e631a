/** Which responses the web server in front may keep, and for how long. */
@NullMarked
package com.foobar.web.caching;

import org.jspecify.annotations.NullMarked;

/** How the site responds to errors: with a page to a browser, with problem details (RFC 9457) to a program. */
@NullMarked
package com.foobar.web.problem;

import org.jspecify.annotations.NullMarked;

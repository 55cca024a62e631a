/** How an error is answered: a page to a browser, problem details (RFC 9457) to a program. */
@NullMarked
package com.foobar.web.problem;

import org.jspecify.annotations.NullMarked;

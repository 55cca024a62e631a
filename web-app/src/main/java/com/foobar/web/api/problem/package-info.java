/** What the API answers where it cannot do what it was asked: problem details (RFC 9457), whoever refused the request. */
@NullMarked
package com.foobar.web.api.problem;

import org.jspecify.annotations.NullMarked;

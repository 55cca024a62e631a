/** Requests that no endpoint expects: the response to them must never be an error of the site. */
@NullMarked
package com.foobar.web.inputs;

import org.jspecify.annotations.NullMarked;

/** What the site accepts of one request and of all that are under way, and what it answers to what is no request. */
@NullMarked
package com.foobar.web.limit;

import org.jspecify.annotations.NullMarked;

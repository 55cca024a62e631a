/** Limits how often something is tried, counted in the database for all instances together. */
@NullMarked
package com.foobar.web.account.throttle;

import org.jspecify.annotations.NullMarked;

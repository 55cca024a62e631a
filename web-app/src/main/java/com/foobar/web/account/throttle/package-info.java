/** Limits how often something is tried. The database has the counts, so that they hold for all instances together. */
@NullMarked
package com.foobar.web.account.throttle;

import org.jspecify.annotations.NullMarked;

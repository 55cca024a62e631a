/** The pages where people change their profile, how they want pages, their password, sessions and tokens, or leave. */
@NullMarked
package com.foobar.web.settings;

import org.jspecify.annotations.NullMarked;

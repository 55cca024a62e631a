/** The name of this instance, and how each response and page shows it. */
@NullMarked
package com.foobar.web.instance;

import org.jspecify.annotations.NullMarked;

/** The identity of this instance, and how each response tells it. */
@NullMarked
package com.foobar.web.instance;

import org.jspecify.annotations.NullMarked;

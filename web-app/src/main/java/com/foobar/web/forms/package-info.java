/** Reads forms, and shows a form again if its action failed. */
@NullMarked
package com.foobar.web.forms;

import org.jspecify.annotations.NullMarked;

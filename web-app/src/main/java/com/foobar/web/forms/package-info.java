/** Forms: how they are read, and how a form is shown again when it could not be done. */
@NullMarked
package com.foobar.web.forms;

import org.jspecify.annotations.NullMarked;

/** Stories: what is kept of them, and how they are written and listed. */
@NullMarked
package com.foobar.web.story;

import org.jspecify.annotations.NullMarked;

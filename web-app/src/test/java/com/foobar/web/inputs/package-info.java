/** What a client may send that no endpoint was made for: whatever it is, the site is never at fault. */
@NullMarked
package com.foobar.web.inputs;

import org.jspecify.annotations.NullMarked;

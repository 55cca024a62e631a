/** Which requests may pass: host names, hidden paths, and how much one client may ask for. */
@NullMarked
package com.foobar.gateway.admission;

import org.jspecify.annotations.NullMarked;

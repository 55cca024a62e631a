/** Decides which requests may pass: by host name, by hidden paths, and by the limits of each client. */
@NullMarked
package com.foobar.gateway.admission;

import org.jspecify.annotations.NullMarked;

/** Recognises a request that comes again, so that it makes nothing twice. */
@NullMarked
package com.foobar.web.idempotency;

import org.jspecify.annotations.NullMarked;

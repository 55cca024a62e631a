/** Recognises a request that was sent again (idempotency keys), so that it makes nothing twice. */
@NullMarked
package com.foobar.web.idempotency;

import org.jspecify.annotations.NullMarked;

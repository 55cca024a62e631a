/** The page that shows the infrastructure, and the way that its own request took. */
@NullMarked
package com.foobar.web.infrastructure.page;

import org.jspecify.annotations.NullMarked;

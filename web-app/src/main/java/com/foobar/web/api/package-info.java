/** The API for programs: everything that the site's pages do, as JSON under {@code /api/v1}. */
@NullMarked
package com.foobar.web.api;

import org.jspecify.annotations.NullMarked;

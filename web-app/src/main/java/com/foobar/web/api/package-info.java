/** The site for programs: everything that its pages do, as JSON under {@code /api/v1}. */
@NullMarked
package com.foobar.web.api;

import org.jspecify.annotations.NullMarked;

/** What the API promises: the OpenAPI document, for programs as it is and for people as a page. */
@NullMarked
package com.foobar.web.api.document;

import org.jspecify.annotations.NullMarked;

/** The contract of the API: the OpenAPI document for programs, and the same as a page for people. */
@NullMarked
package com.foobar.web.api.document;

import org.jspecify.annotations.NullMarked;

/** The gateways' views of themselves and of the servers, stored for a limited time. */
@NullMarked
package com.foobar.web.infrastructure.view;

import org.jspecify.annotations.NullMarked;

/** What the gateways say of themselves and of the servers, remembered for a time. */
@NullMarked
package com.foobar.web.infrastructure.view;

import org.jspecify.annotations.NullMarked;

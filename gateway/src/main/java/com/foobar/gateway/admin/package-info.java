/** What operators see and control on the management port. */
@NullMarked
package com.foobar.gateway.admin;

import org.jspecify.annotations.NullMarked;

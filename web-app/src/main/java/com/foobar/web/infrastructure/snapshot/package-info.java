/** The state of all gateways, servers and database nodes at one time. */
@NullMarked
package com.foobar.web.infrastructure.snapshot;

import org.jspecify.annotations.NullMarked;

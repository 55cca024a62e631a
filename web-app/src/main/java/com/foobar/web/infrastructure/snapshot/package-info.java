/** What is known of all gateways, servers and database nodes at a time. */
@NullMarked
package com.foobar.web.infrastructure.snapshot;

import org.jspecify.annotations.NullMarked;

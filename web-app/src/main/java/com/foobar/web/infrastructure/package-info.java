/** The gateways, servers and database nodes as this instance knows them. */
@NullMarked
package com.foobar.web.infrastructure;

import org.jspecify.annotations.NullMarked;

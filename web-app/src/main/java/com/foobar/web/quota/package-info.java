/**
 * Limits how much one account, or all clients behind one address, may have the site do. The gateway's limits count
 * requests, whatever a request does, and know no accounts.
 */
@NullMarked
package com.foobar.web.quota;

import org.jspecify.annotations.NullMarked;

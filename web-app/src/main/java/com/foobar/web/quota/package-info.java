/**
 * How much one account, or whoever is behind one address, may have the site do: beside the gateway's limits, which know
 * neither.
 */
@NullMarked
package com.foobar.web.quota;

import org.jspecify.annotations.NullMarked;

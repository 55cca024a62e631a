/** The main class of the gateway and its settings; each package below is one part of the gateway. */
@NullMarked
package com.foobar.gateway;

import org.jspecify.annotations.NullMarked;

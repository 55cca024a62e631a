/** The suite without Docker: a database pair, two web-apps and two gateways as processes of this machine. */
@NullMarked
package com.foobar.local;

import org.jspecify.annotations.NullMarked;

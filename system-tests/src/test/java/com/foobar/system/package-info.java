/** The compose file started as it is, then used and broken as clients and machines do. */
@NullMarked
package com.foobar.system;

import org.jspecify.annotations.NullMarked;

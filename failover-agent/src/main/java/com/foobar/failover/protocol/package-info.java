/** The rules of the failover, without input or output: what an agent does next, given what it sees. */
@NullMarked
package com.foobar.failover.protocol;

import org.jspecify.annotations.NullMarked;

/** The pool: each server's state, the checks that change it, and the list of servers itself. */
@NullMarked
package com.foobar.gateway.server;

import org.jspecify.annotations.NullMarked;

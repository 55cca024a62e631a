/** The pool: the list of servers, the state of each server, and the checks that change this state. */
@NullMarked
package com.foobar.gateway.server;

import org.jspecify.annotations.NullMarked;

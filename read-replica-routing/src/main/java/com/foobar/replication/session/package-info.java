/**
 * Read-your-writes: the position of a user's last commit, and how a consistency token carries it from request to
 * request.
 */
@NullMarked
package com.foobar.replication.session;

import org.jspecify.annotations.NullMarked;

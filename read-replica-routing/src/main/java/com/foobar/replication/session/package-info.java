/** Read your writes: the position of a user's last commit, and how it travels with the user. */
@NullMarked
package com.foobar.replication.session;

import org.jspecify.annotations.NullMarked;

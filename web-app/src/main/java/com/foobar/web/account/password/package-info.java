/** Decides which passwords are good enough, and hashes them. */
@NullMarked
package com.foobar.web.account.password;

import org.jspecify.annotations.NullMarked;

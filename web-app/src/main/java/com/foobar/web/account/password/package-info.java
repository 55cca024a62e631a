/** Passwords: which are good enough, and how they are kept. */
@NullMarked
package com.foobar.web.account.password;

import org.jspecify.annotations.NullMarked;

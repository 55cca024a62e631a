/** Accounts: who signs up and signs in, and what other packages may know of them. */
@NullMarked
package com.foobar.web.account;

import org.jspecify.annotations.NullMarked;

/** Accounts, sign-up and sign-in, and what other packages may know of the accounts. */
@NullMarked
package com.foobar.web.account;

import org.jspecify.annotations.NullMarked;

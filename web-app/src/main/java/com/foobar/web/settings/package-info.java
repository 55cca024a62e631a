/**
 * The pages where users change their profile, preferences and password, manage their sessions and API tokens, or delete
 * their account.
 */
@NullMarked
package com.foobar.web.settings;

import org.jspecify.annotations.NullMarked;

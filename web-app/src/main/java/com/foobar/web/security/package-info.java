/**
 * Decides who may do what: finds the viewer of a session or an API token, and refuses requests that the viewer may not
 * make.
 */
@NullMarked
package com.foobar.web.security;

import org.jspecify.annotations.NullMarked;

/** Who may do what: turns a session or a token into the viewer, and turns away who may not. */
@NullMarked
package com.foobar.web.security;

import org.jspecify.annotations.NullMarked;

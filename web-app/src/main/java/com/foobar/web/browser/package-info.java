/** What the site demands of browsers: its content security policy, and that a form comes from its own pages. */
@NullMarked
package com.foobar.web.browser;

import org.jspecify.annotations.NullMarked;

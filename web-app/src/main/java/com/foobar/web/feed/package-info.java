/** The site's lists for programs: Atom feeds, the sitemap, and the rules for robots. */
@NullMarked
package com.foobar.web.feed;

import org.jspecify.annotations.NullMarked;

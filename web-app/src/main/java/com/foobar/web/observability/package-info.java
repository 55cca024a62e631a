/** What the site tells of itself beyond what its frameworks do. */
@NullMarked
package com.foobar.web.observability;

import org.jspecify.annotations.NullMarked;

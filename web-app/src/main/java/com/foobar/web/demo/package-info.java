/** What a newcomer finds in an empty database, where it is switched on. */
@NullMarked
package com.foobar.web.demo;

import org.jspecify.annotations.NullMarked;

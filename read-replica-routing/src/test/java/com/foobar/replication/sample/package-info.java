/** An application that adds the library as a dependency and needs only two lines of configuration for it. */
@NullMarked
package com.foobar.replication.sample;

import org.jspecify.annotations.NullMarked;

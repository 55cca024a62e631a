/** How settings are checked. */
@NullMarked
package com.foobar.replication.settings;

import org.jspecify.annotations.NullMarked;

/** The settings that several packages share, and how settings are checked. */
@NullMarked
package com.foobar.gateway.settings;

import org.jspecify.annotations.NullMarked;

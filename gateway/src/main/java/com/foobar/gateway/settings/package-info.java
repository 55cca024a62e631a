/** The settings that several packages share, and the checks for values of settings. */
@NullMarked
package com.foobar.gateway.settings;

import org.jspecify.annotations.NullMarked;

/**
 * System tests: start the compose file unchanged, then use the suite like clients and break parts of it like failing
 * machines.
 */
@NullMarked
package com.foobar.system;

import org.jspecify.annotations.NullMarked;

/** Child processes that never outlive the JVM that started them. */
@NullMarked
package com.foobar.process;

import org.jspecify.annotations.NullMarked;

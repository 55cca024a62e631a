/** Folders that only one user of the machine can read, and that only one run uses at a time. */
@NullMarked
package com.foobar.folder;

import org.jspecify.annotations.NullMarked;

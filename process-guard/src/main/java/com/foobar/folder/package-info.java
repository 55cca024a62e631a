/** Folders that belong to one user of the machine, and to one run at a time. */
@NullMarked
package com.foobar.folder;

import org.jspecify.annotations.NullMarked;

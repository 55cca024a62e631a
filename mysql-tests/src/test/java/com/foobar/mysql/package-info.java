/** Tests of the two MySQL nodes and of the commands in the folder {@code mysql}, without the rest of the suite. */
@NullMarked
package com.foobar.mysql;

import org.jspecify.annotations.NullMarked;

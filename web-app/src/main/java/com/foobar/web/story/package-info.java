/** Stories and comments: how they are written, kept, found and shown, and who may change them. */
@NullMarked
package com.foobar.web.story;

import org.jspecify.annotations.NullMarked;

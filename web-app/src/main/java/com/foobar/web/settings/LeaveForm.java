package com.foobar.web.settings;

import org.jspecify.annotations.Nullable;

/**
 * What someone typed to delete their account; a field that was not sent is null.
 *
 * @param stories {@code delete} or, as with anything else, keep them
 */
record LeaveForm(@Nullable String password, @Nullable String stories) {

    boolean keepsStories() {
        return !"delete".equals(stories);
    }

    @Override
    public String toString() {
        return "LeaveForm[stories=" + stories + "]";
    }
}

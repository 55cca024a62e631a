package com.foobar.web.settings;

import org.jspecify.annotations.Nullable;

/**
 * The form for deleting the account, as typed; a field that was not sent is null.
 *
 * @param stories {@code delete} to delete the stories; any other value keeps them
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

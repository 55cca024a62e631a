package com.foobar.web.api;

import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ETag;

import com.foobar.web.story.Author;

/**
 * Entity tags: a version, and behind a dot what else the representation shows. A change must be based on the version
 * alone.
 */
final class VersionTag {

    private VersionTag() {}

    static String of(long version) {
        return Long.toString(version);
    }

    /** The tag of what an author wrote, which shows another name once the author has taken one. */
    static String of(long version, @Nullable Author author) {
        return version + "." + (author == null ? "" : Integer.toHexString(author.displayName().hashCode()));
    }

    /** The version in a tag; a weak one holds none: equal enough to read is not equal enough to replace. */
    static OptionalLong version(ETag tag) {
        String text = tag.tag();
        int dot = text.indexOf('.');
        try {
            return tag.weak() ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(dot < 0 ? text : text.substring(0, dot)));
        } catch (NumberFormatException _) {
            return OptionalLong.empty();
        }
    }
}

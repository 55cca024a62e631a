package com.foobar.web.api;

import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ETag;

import com.foobar.web.story.Author;

/**
 * Makes and reads entity tags. A tag is a version and, after a dot, a code for what else the representation shows. A
 * change depends on the version alone.
 */
final class VersionTag {

    private VersionTag() {}

    static String of(long version) {
        return Long.toString(version);
    }

    /**
     * Returns the tag of what an author wrote. It changes when the author takes another display name, because the
     * representation shows this name.
     */
    static String of(long version, @Nullable Author author) {
        return version + "." + (author == null ? "" : Integer.toHexString(author.displayName().hashCode()));
    }

    /**
     * Returns the version in a tag, or empty if the tag has none. A weak tag has none: two representations with the
     * same weak tag are equal enough to be read, but not to be replaced.
     */
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

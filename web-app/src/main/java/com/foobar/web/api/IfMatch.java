package com.foobar.web.api;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;

import com.foobar.web.problem.ProblemException;

/**
 * The entity tags of an If-Match header: the request may only change a version that one of them names (RFC 9110,
 * section 13.1.1).
 */
record IfMatch(List<ETag> tags) {

    IfMatch {
        tags = List.copyOf(tags);
    }

    /**
     * Returns the version that the change must be based on. The code that makes the change must check that this is
     * still the present version.
     *
     * @param current returns the present version; only called if the header has several tags or is a wildcard
     * @throws ProblemException if no tag can name the present version
     */
    long version(LongSupplier current) {
        if (tags.size() == 1 && !tags.getFirst().isWildcard()) {
            return VersionTag.version(tags.getFirst()).orElseThrow(ProblemException::outdated);
        }
        OptionalLong now = OptionalLong.of(current.getAsLong());
        if (tags.stream().noneMatch(tag -> tag.isWildcard() || VersionTag.version(tag).equals(now))) {
            throw ProblemException.outdated();
        }
        return now.getAsLong();
    }

    /**
     * Requires that one of the tags is the given tag.
     *
     * @throws ProblemException if none is
     */
    void require(String tag) {
        if (tags.stream().noneMatch(own -> own.isWildcard() || (!own.weak() && own.tag().equals(tag)))) {
            throw ProblemException.outdated().with(HttpHeaders.ETAG, "\"" + tag + "\"");
        }
    }
}

package com.foobar.web.api;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;

import com.foobar.web.problem.ProblemException;

/** The versions of which a request changes one (RFC 9110, section 13.1.1). */
record IfMatch(List<ETag> tags) {

    IfMatch {
        tags = List.copyOf(tags);
    }

    /**
     * The version that the change is to be based on. Whether it is still that one, only who makes the change can say.
     *
     * @param current asks for the version that there is now, which is done only where the request leaves a choice
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

    /** Demands one tag of those that the request names. */
    void require(String tag) {
        if (tags.stream().noneMatch(own -> own.isWildcard() || (!own.weak() && own.tag().equals(tag)))) {
            throw ProblemException.outdated().with(HttpHeaders.ETAG, "\"" + tag + "\"");
        }
    }
}

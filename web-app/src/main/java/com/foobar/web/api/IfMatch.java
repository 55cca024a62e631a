package com.foobar.web.api;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import com.foobar.web.problem.ProblemException;
import com.foobar.web.problem.ProblemType;

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

    /**
     * Passes the If-Match header to handlers. A request without the header is refused (428; RFC 6585, section 3),
     * unless the handler's parameter may be null.
     */
    static final class Resolver implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == IfMatch.class;
        }

        @Override
        public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
                NativeWebRequest request, @Nullable WebDataBinderFactory factory) {
            String[] values = request.getHeaderValues(HttpHeaders.IF_MATCH);
            if (values == null) {
                if (parameter.isOptional()) {
                    return null;
                }
                throw new ProblemException(ProblemType.PRECONDITION_REQUIRED,
                        "Send the ETag of the version that you change in If-Match.").withParameter(HttpHeaders.IF_MATCH,
                                "This header is missing.");
            }
            List<ETag> tags = ETag.parse(String.join(",", values));
            if (tags.isEmpty()) {
                throw new ProblemException(ProblemType.MALFORMED_REQUEST,
                        "If-Match holds no ETag: send it with its quotes.")
                                .withParameter(HttpHeaders.IF_MATCH, "An ETag is a text in double quotes.");
            }
            return new IfMatch(tags);
        }
    }
}

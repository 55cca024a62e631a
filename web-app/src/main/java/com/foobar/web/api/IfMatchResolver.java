package com.foobar.web.api;

import java.util.List;

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
 * Passes the If-Match header to handlers. A request without the header is refused (428; RFC 6585, section 3), unless
 * the handler's parameter may be null.
 */
final class IfMatchResolver implements HandlerMethodArgumentResolver {

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

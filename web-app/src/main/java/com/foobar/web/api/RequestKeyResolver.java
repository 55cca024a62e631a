package com.foobar.web.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import com.foobar.web.idempotency.RequestKey;
import com.foobar.web.problem.ProblemException;
import com.foobar.web.problem.ProblemType;

/**
 * Passes the Idempotency-Key of a request to handlers (draft-ietf-httpapi-idempotency-key-header), or null if the
 * request has none. The draft requires a string in quotes (RFC 9651, section 3.3.3). Because many clients leave the
 * quotes out, the key is also accepted without quotes.
 */
final class RequestKeyResolver implements HandlerMethodArgumentResolver {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\[\"\\\\])*)\"");
    private static final Pattern BARE = Pattern.compile("[^\"\\\\, ]+");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == RequestKey.class;
    }

    @Override
    public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
            NativeWebRequest request, @Nullable WebDataBinderFactory factory) {
        String[] values = request.getHeaderValues(HEADER);
        if (values == null) {
            return null;
        }
        try {
            return new RequestKey(text(String.join(", ", values).strip()));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemType.MALFORMED_REQUEST,
                    "Idempotency-Key is not a key: send one text of 1 to %d ASCII characters, in quotes."
                            .formatted(RequestKey.LONGEST))
                                    .withParameter(HEADER, "This is not a text of ASCII characters in quotes.");
        }
    }

    private static String text(String value) {
        Matcher quoted = QUOTED.matcher(value);
        if (quoted.matches()) {
            return ESCAPED.matcher(quoted.group(1)).replaceAll("$1");
        }
        return BARE.matcher(value).matches() ? value : "";
    }
}

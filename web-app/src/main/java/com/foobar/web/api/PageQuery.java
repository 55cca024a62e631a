package com.foobar.web.api;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import com.foobar.web.paging.Cursor;
import com.foobar.web.problem.ProblemException;
import com.foobar.web.problem.ProblemType;

/**
 * The page of a list that a request asks for with its parameters {@code after} and {@code limit}.
 *
 * @param after the {@code next} of the page before, or null for the first page
 * @param limit the most items of the page, 1 to {@value #MOST}
 */
record PageQuery(@Nullable String after, int limit) {

    static final String AFTER = "after";
    static final String LIMIT = "limit";
    static final int MOST = 100;
    static final int USUAL = 20;

    /**
     * Reads the parameters; the limit is {@value #USUAL} if it is null.
     *
     * @throws ProblemException if the limit is not a number in the range
     */
    static PageQuery of(@Nullable String after, @Nullable String limit) {
        return new PageQuery(after, limit == null ? USUAL : number(LIMIT, limit, MOST));
    }

    /**
     * Returns the cursor at which the page begins in a list that is ordered by time; null for the first page.
     *
     * @throws ProblemException if {@code after} is not a cursor
     */
    @Nullable
    Cursor cursor() {
        try {
            return after == null ? null : Cursor.parse(after);
        } catch (IllegalArgumentException _) {
            throw malformed(AFTER, "This must be next of the page before, as it was given.");
        }
    }

    /**
     * Returns the number of the page in a list whose pages are numbered; the first is 1.
     *
     * @param most the highest number of a page
     * @throws ProblemException if {@code after} is not a number in the range
     */
    int page(int most) {
        return after == null ? 1 : number(AFTER, after, most);
    }

    private static int number(String parameter, String text, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // A text that is not a number is refused like a number that is out of range.
        }
        throw malformed(parameter, "This must be a whole number from 1 to " + most + ".");
    }

    private static ProblemException malformed(String parameter, String message) {
        return new ProblemException(ProblemType.MALFORMED_REQUEST, "The parameter " + parameter + " is not valid.")
                .withParameter(parameter, message);
    }

    /** Passes the page of a list that a request asks for to handlers. */
    static final class Resolver implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == PageQuery.class;
        }

        @Override
        public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
                NativeWebRequest request, @Nullable WebDataBinderFactory factory) {
            return PageQuery.of(request.getParameter(PageQuery.AFTER), request.getParameter(PageQuery.LIMIT));
        }
    }
}

package com.foobar.web.api;

import org.jspecify.annotations.Nullable;

import com.foobar.web.paging.Cursor;
import com.foobar.web.problem.ProblemException;
import com.foobar.web.problem.ProblemType;

/**
 * The part of a list that a request asks for, by its parameters {@code after} and {@code limit}.
 *
 * @param after what the page before it called next, or null for the first
 * @param limit how many items at most, 1 to {@value #MOST}
 */
record PageQuery(@Nullable String after, int limit) {

    static final String AFTER = "after";
    static final String LIMIT = "limit";
    static final int MOST = 100;
    static final int USUAL = 20;

    /** Reads the parameters. */
    static PageQuery of(@Nullable String after, @Nullable String limit) {
        return new PageQuery(after, limit == null ? USUAL : number(LIMIT, limit, MOST));
    }

    /** Where the part begins in a list that is ordered by time. */
    @Nullable
    Cursor cursor() {
        try {
            return after == null ? null : Cursor.parse(after);
        } catch (IllegalArgumentException _) {
            throw malformed(AFTER, "This must be next of the page before, as it was given.");
        }
    }

    /**
     * Where the part begins in a list whose pages are counted.
     *
     * @param most how many there are at most
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
            // No number is as far out of the range as a wrong one.
        }
        throw malformed(parameter, "This must be a whole number from 1 to " + most + ".");
    }

    private static ProblemException malformed(String parameter, String message) {
        return new ProblemException(ProblemType.MALFORMED_REQUEST, "The parameter " + parameter + " is not valid.")
                .withParameter(parameter, message);
    }
}

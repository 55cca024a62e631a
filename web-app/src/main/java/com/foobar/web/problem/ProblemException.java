package com.foobar.web.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.springframework.http.HttpHeaders;

/** Ends a request to the API with a problem as its response. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient HttpHeaders headers = new HttpHeaders();
    private final transient List<Problem.Fault> errors = new ArrayList<>();

    /**
     * Creates a problem without headers and field errors.
     *
     * @param detail sentences that say what is wrong with this request, and what the client can do
     */
    public ProblemException(ProblemType type, String detail) {
        super(detail);
        this.type = type;
    }

    /** Creates a problem for a body with invalid fields; the caller adds the fields. */
    public static ProblemException invalid() {
        return new ProblemException(ProblemType.INVALID, "Nothing was changed; errors says what to correct.");
    }

    /** Creates a problem for a change that is based on an outdated version. */
    public static ProblemException outdated() {
        return new ProblemException(ProblemType.OUTDATED,
                "There is another version by now: get it again, and send your change with its ETag.");
    }

    /** Sets a header of the response, and returns this problem. */
    public ProblemException with(String header, String value) {
        headers.set(header, value);
        return this;
    }

    /**
     * Adds the error of a field in the body, and returns this problem.
     *
     * @param field the path of the field, such as {@code tags[0]}
     * @param message what is wrong, as a sentence
     */
    public ProblemException withField(String field, String message) {
        errors.add(new Problem.Fault(field, null, message));
        return this;
    }

    /**
     * Adds the error of a parameter or header, and returns this problem.
     *
     * @param parameter the name of the parameter or header
     * @param message what is wrong, as a sentence
     */
    public ProblemException withParameter(String parameter, String message) {
        errors.add(new Problem.Fault(null, parameter, message));
        return this;
    }

    ProblemException withErrors(Collection<Problem.Fault> more) {
        errors.addAll(more);
        return this;
    }

    ProblemException withHeaders(HttpHeaders more) {
        headers.putAll(more);
        return this;
    }

    ProblemType type() {
        return type;
    }

    HttpHeaders headers() {
        return headers;
    }

    Problem problem(String instance) {
        return new Problem(type.uri(), type.title(), type.status().value(), String.valueOf(getMessage()), instance,
                errors);
    }
}

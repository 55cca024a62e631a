package com.foobar.web.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.springframework.http.HttpHeaders;

/** Ends a request to the API with a problem. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient HttpHeaders headers = new HttpHeaders();
    private final transient List<Problem.Fault> errors = new ArrayList<>();

    /**
     * A problem.
     *
     * @param detail what is wrong with this request, and what to do about it, in sentences
     */
    public ProblemException(ProblemType type, String detail) {
        super(detail);
        this.type = type;
    }

    /** The problem of a body whose fields are yet to be named. */
    public static ProblemException invalid() {
        return new ProblemException(ProblemType.INVALID, "Nothing was changed; errors says what to correct.");
    }

    /** The problem of a change that is based on another version than there is. */
    public static ProblemException outdated() {
        return new ProblemException(ProblemType.OUTDATED,
                "There is another version by now: get it again, and send your change with its ETag.");
    }

    /** The same problem with a header. */
    public ProblemException with(String header, String value) {
        headers.set(header, value);
        return this;
    }

    /** The same problem, which is that of a field of the body. */
    public ProblemException withField(String field, String message) {
        errors.add(new Problem.Fault(field, null, message));
        return this;
    }

    /** The same problem, which is that of a parameter or header. */
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

package com.foobar.web.problem;

import java.util.Arrays;
import java.util.Locale;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * The types of problems, which programs can tell apart. The OpenAPI document has a response of the same name for each
 * type.
 */
public enum ProblemType {
    MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "The request is malformed"),
    NOT_SIGNED_IN(HttpStatus.UNAUTHORIZED, "Not signed in"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "You may not do this"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Not found"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "Method not allowed"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Not acceptable"),
    OUTDATED(HttpStatus.PRECONDITION_FAILED, "The resource has changed meanwhile"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type"),
    INVALID(HttpStatus.UNPROCESSABLE_CONTENT, "Some of the fields are not valid"),
    PRECONDITION_REQUIRED(HttpStatus.PRECONDITION_REQUIRED, "The request must say which version it changes"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "The site is at fault"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The site cannot do this right now");

    private final HttpStatus status;
    private final String title;

    ProblemType(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    /** Returns the status of a response with this type. */
    public HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }

    /** Returns the name of the type in addresses and in the OpenAPI document, such as {@code not-found}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the URI of the type (RFC 9457, section 3.1.1), which leads to the type's description. */
    String uri() {
        return "/problems/" + code();
    }

    /**
     * Returns the type for a status that a framework chose. A status without a type of its own gets the general type of
     * its class: {@link #MALFORMED_REQUEST} for 4xx, {@link #INTERNAL_ERROR} for all others.
     */
    static ProblemType of(HttpStatusCode status) {
        return Arrays.stream(values()).filter(type -> type.status.isSameCodeAs(status)).findFirst()
                .orElse(status.is4xxClientError() ? MALFORMED_REQUEST : INTERNAL_ERROR);
    }
}

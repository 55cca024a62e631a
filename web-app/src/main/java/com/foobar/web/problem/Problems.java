package com.foobar.web.problem;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Finds the problem for every failure of a request to the API. */
final class Problems {

    private static final Logger logger = LoggerFactory.getLogger(Problems.class);

    private final DatabaseProblems database;

    Problems(DatabaseProblems database) {
        this.database = database;
    }

    /**
     * Returns the problem to respond with. If the failure is the site's fault, logs it and hides it from the client.
     */
    ProblemException of(Exception failure) {
        return switch (failure) {
            case ProblemException problem -> problem;
            case BindException invalid -> invalid(invalid);
            case HttpMessageNotReadableException unreadable -> JsonProblems.of(unreadable);
            case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
            case MissingServletRequestParameterException missing -> new ProblemException(ProblemType.MALFORMED_REQUEST,
                    "The parameter " + missing.getParameterName() + " is missing.").withParameter(
                            missing.getParameterName(), "This is missing.");
            case InvalidParameterException parameter -> new ProblemException(ProblemType.of(HttpStatusCode.valueOf(
                    parameter.getErrorCode())), "The query cannot be read: it must be UTF-8, percent-encoded.");
            case AuthenticationException _ -> notSignedIn();
            case AccessDeniedException _ -> new ProblemException(ProblemType.FORBIDDEN, "You may not do this.");
            case NoResourceFoundException _ -> noResource();
            case HttpRequestMethodNotSupportedException method -> wrongMethod(method);
            case HttpMediaTypeNotAcceptableException type -> new ProblemException(ProblemType.NOT_ACCEPTABLE,
                    "Accept what this resource has: application/json.").withHeaders(type.getHeaders());
            case HttpMediaTypeNotSupportedException type -> new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "Send the body as application/json, in UTF-8.").withHeaders(type.getHeaders());
            case ErrorResponse response -> other(response);
            default -> ServiceProblems.of(failure).or(() -> database.of(failure)).or(() -> unreadable(failure))
                    .orElseGet(() -> fault(failure));
        };
    }

    static ProblemException notSignedIn() {
        return new ProblemException(ProblemType.NOT_SIGNED_IN,
                "Send an API token that is still good: Authorization: Bearer fbr_…").with(HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer");
    }

    static ProblemException noResource() {
        return new ProblemException(ProblemType.NOT_FOUND, "The API has no such address; /api lists those it has.");
    }

    private static ProblemException invalid(BindException invalid) {
        List<Problem.Fault> errors = invalid.getAllErrors().stream().map(error -> new Problem.Fault(
                error instanceof FieldError field ? field.getField() : null, null,
                String.valueOf(error.getDefaultMessage()))).toList();
        return ProblemException.invalid().withErrors(errors);
    }

    private static ProblemException mismatch(MethodArgumentTypeMismatchException mismatch) {
        return ClientFaults.isOfAddress(mismatch) ? noResource()
                : new ProblemException(ProblemType.MALFORMED_REQUEST,
                        "The value of " + mismatch.getName() + " is of another type.").withParameter(mismatch.getName(),
                                "This is of another type.");
    }

    private static ProblemException wrongMethod(HttpRequestMethodNotSupportedException method) {
        List<String> supported = Optional.ofNullable(method.getSupportedHttpMethods()).orElse(Set.of()).stream()
                .map(HttpMethod::name).sorted().toList();
        return new ProblemException(ProblemType.METHOD_NOT_ALLOWED,
                "Its methods are " + String.join(", ", supported) + ".").withHeaders(method.getHeaders());
    }

    private static ProblemException other(ErrorResponse response) {
        String detail = response.getBody().getDetail();
        return new ProblemException(ProblemType.of(response.getStatusCode()),
                detail == null ? "The request was refused." : detail).withHeaders(response.getHeaders());
    }

    private static Optional<ProblemException> unreadable(Exception failure) {
        return ClientFaults.status(failure).map(status -> new ProblemException(ProblemType.of(status),
                "The request cannot be read: its address, its headers or its body are malformed or incomplete."));
    }

    private static ProblemException fault(Exception failure) {
        logger.error("A request to the API failed for a reason that is not the client's.", failure);
        return new ProblemException(ProblemType.INTERNAL_ERROR,
                "This is not your fault, and it was logged under the response's X-Request-ID.");
    }
}

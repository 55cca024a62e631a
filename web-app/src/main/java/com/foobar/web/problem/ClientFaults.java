package com.foobar.web.problem;

import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.ServletException;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;

/**
 * Decides which failures of reading, converting and binding a request are the client's fault, for pages and the API, in
 * handlers and filters. All other failures are the site's fault.
 */
public final class ClientFaults {

    private ClientFaults() {}

    /** Returns the status that describes the client's error; empty if the failure is not the client's fault. */
    public static Optional<HttpStatusCode> status(Throwable failure) {
        HttpStatusCode status = switch (failure) {
            case ErrorResponse response -> clients(response.getStatusCode());
            case InvalidParameterException parameter -> HttpStatusCode.valueOf(parameter.getErrorCode());
            case MethodArgumentTypeMismatchException mismatch when isOfAddress(mismatch) -> HttpStatus.NOT_FOUND;
            case TypeMismatchException _ -> HttpStatus.BAD_REQUEST;
            case BindException _ -> HttpStatus.BAD_REQUEST;
            case HttpMessageNotReadableException _ -> HttpStatus.BAD_REQUEST;
            case MultipartException multipart -> Objects.requireNonNullElse(ofCause(multipart), HttpStatus.BAD_REQUEST);
            case RequestRejectedException _ -> HttpStatus.BAD_REQUEST;
            case BadRequestException _ -> HttpStatus.BAD_REQUEST;
            case ServletException wrapper -> ofCause(wrapper);
            default -> null;
        };
        return Optional.ofNullable(status);
    }

    private static @Nullable HttpStatusCode ofCause(Throwable wrapper) {
        return wrapper.getCause() == null ? null : status(wrapper.getCause()).orElse(null);
    }

    /**
     * Returns whether the wrong value is part of the path, so that the address does not exist; false for other
     * parameters.
     */
    public static boolean isOfAddress(MethodArgumentTypeMismatchException mismatch) {
        return mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
    }

    private static @Nullable HttpStatusCode clients(HttpStatusCode status) {
        return status.is4xxClientError() ? status : null;
    }
}

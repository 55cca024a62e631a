package com.foobar.web.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Responds with the error page if a request cannot be read, converted or bound. */
final class ClientFaultResolver implements HandlerExceptionResolver {

    @Override
    public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
            @Nullable Object handler, Exception failure) {
        try {
            return refuse(response, failure) ? new ModelAndView() : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends the error's status. Returns false if the failure is not the client's fault, or if the response has begun.
     */
    static boolean refuse(HttpServletResponse response, Exception failure) throws IOException {
        Optional<HttpStatusCode> status = ClientFaults.status(failure);
        if (status.isEmpty() || response.isCommitted()) {
            return false;
        }
        if (failure instanceof ErrorResponse details) {
            details.getHeaders().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        }
        response.sendError(status.get().value());
        return true;
    }
}

package com.foobar.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

import com.foobar.web.forms.DatabaseOutage;
import com.foobar.web.forms.UnstoredForm;
import com.foobar.web.schema.Schema;

/**
 * Responds with 503 and {@code Retry-After} if the database is the reason for a failure: with a page to a browser, with
 * a problem detail to a program.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnavailableAdvice {

    private final Schema schema;

    UnavailableAdvice(Schema schema) {
        this.schema = schema;
    }

    @ExceptionHandler
    Object databaseFailed(DataAccessException failure, HttpServletRequest request, HttpServletResponse response) {
        if (!DatabaseOutage.caused(failure) && !isOfMissingSchema(failure)) {
            throw failure;
        }
        boolean outcomeUnknown = DatabaseOutage.leftOutcomeUnknown(failure);
        response.setHeader(HttpHeaders.RETRY_AFTER, UnstoredForm.RETRY_SECONDS);
        return Programs.sent(request, response) ? problem(outcomeUnknown) : page(outcomeUnknown);
    }

    /**
     * Returns whether a table is missing: this is expected until the schema is ready, and the site's fault after that.
     */
    private boolean isOfMissingSchema(DataAccessException failure) {
        return failure instanceof InvalidDataAccessResourceUsageException && !schema.ready();
    }

    private static ModelAndView page(boolean outcomeUnknown) {
        ModelAndView page = new ModelAndView("unavailable");
        page.addObject("outcomeUnknown", outcomeUnknown);
        page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
        return page;
    }

    private static ResponseEntity<ProblemDetail> problem(boolean outcomeUnknown) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
                outcomeUnknown
                        ? "The database was lost before it said whether this was kept: look before you try again."
                        : "The database cannot be reached right now. Nothing was changed; try again shortly.");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }
}

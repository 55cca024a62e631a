package com.foobar.web.forms;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/**
 * Marks the response to a form that could not be stored because the database cannot be written to: 503 with
 * {@code Retry-After}. The page shows the form again with what the user typed; the fragment
 * {@code fragments/unstored :: notice} tells the user what happened.
 */
public final class UnstoredForm {

    /** Value of {@code Retry-After}, in seconds. */
    public static final String RETRY_SECONDS = "2";

    private UnstoredForm() {}

    /**
     * Marks the response; the view must show the form again.
     *
     * @throws DataAccessException the failure itself if its reason is not that the database is away
     */
    public static void mark(DataAccessException failure, Model model, HttpServletResponse response) {
        if (!DatabaseOutage.caused(failure)) {
            throw failure;
        }
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        model.addAttribute("unstored", DatabaseOutage.leftOutcomeUnknown(failure) ? "perhaps" : "certain");
    }
}

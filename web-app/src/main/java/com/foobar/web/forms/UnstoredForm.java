package com.foobar.web.forms;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/**
 * The answer to a form that could not be stored because the database cannot be written to: 503 with a time to try
 * again, around the form with what was typed. The fragment {@code fragments/unstored :: notice} says it to whoever
 * typed.
 */
public final class UnstoredForm {

    /** When it is worth trying again, as {@code Retry-After} has it. */
    public static final String RETRY_SECONDS = "2";

    private UnstoredForm() {}

    /**
     * Marks the answer, whose view shows the form again.
     *
     * @param failure a {@code TransientDataAccessException} or {@code DataAccessResourceFailureException}
     */
    public static void mark(DataAccessException failure, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        model.addAttribute("unstored", CommitOutcome.isUnknown(failure) ? "perhaps" : "certain");
    }
}

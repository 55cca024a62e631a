package com.foobar.web.forms;

import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

import com.foobar.web.account.password.PasswordsBusyException;
import com.foobar.web.account.throttle.TooManyAttemptsException;

/**
 * Does what a form asks for, and where that fails, marks the answer, whose view shows the form again with what was
 * typed: the fragment {@code account/fields :: notices} says what concerns all of it, the fields what concerns them.
 */
public final class FormGuard {

    private static final String BUSY_SECONDS = "2";

    private FormGuard() {}

    /** Whether it was done. */
    public static boolean done(BindingResult form, Model model, HttpServletResponse response, Runnable work) {
        return result(form, model, response, () -> {
            work.run();
            return true;
        }).isPresent();
    }

    /** What came of it, or nothing where it failed. */
    public static <T> Optional<T> result(BindingResult form, Model model, HttpServletResponse response,
            Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (RejectedException e) {
            e.problems().forEach((field, problem) -> form.rejectValue(field, "rejected", problem));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } catch (TooManyAttemptsException e) {
            refuse(e, model, response);
        } catch (PasswordsBusyException e) {
            response.setHeader(HttpHeaders.RETRY_AFTER, BUSY_SECONDS);
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            model.addAttribute("refused", "Many people are signing in right now. Try again in a few seconds.");
        } catch (TransientDataAccessException | DataAccessResourceFailureException e) {
            UnstoredForm.mark(e, model, response);
        }
        return Optional.empty();
    }

    /** Marks the answer to what was tried too often. */
    public static void refuse(TooManyAttemptsException refusal, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.retrySeconds()));
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        model.addAttribute("refused", refusal.sentence());
    }
}

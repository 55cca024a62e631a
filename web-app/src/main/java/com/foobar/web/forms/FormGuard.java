package com.foobar.web.forms;

import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

import com.foobar.web.account.password.PasswordsBusyException;
import com.foobar.web.account.throttle.TooManyAttemptsException;

/**
 * Performs the action of a form. If the action fails, marks the response, and the view shows the form again with what
 * the user typed. The fragment {@code account/fields :: notices} shows errors of the whole form; each field shows its
 * own error.
 */
public final class FormGuard {

    private static final String BUSY_SECONDS = "2";

    private FormGuard() {}

    /** Performs the action and returns whether it succeeded. See {@link #result} for the failures. */
    public static boolean done(BindingResult form, Model model, HttpServletResponse response, Runnable work) {
        return result(form, model, response, () -> {
            work.run();
            return true;
        }).isPresent();
    }

    /**
     * Performs the action and returns its result; empty if it failed. Handles rejected fields (422), too many attempts
     * (429), too many simultaneous password checks (503) and a database that is unreachable or cannot be written to
     * (503); all other exceptions pass through.
     */
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
        } catch (DataAccessException e) {
            UnstoredForm.mark(e, model, response);
        }
        return Optional.empty();
    }

    /** Marks the response to a form that was sent too often: 429 with {@code Retry-After}. */
    public static void refuse(TooManyAttemptsException refusal, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.retrySeconds()));
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        model.addAttribute("refused", refusal.sentence());
    }
}

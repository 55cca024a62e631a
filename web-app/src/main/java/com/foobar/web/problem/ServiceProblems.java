package com.foobar.web.problem;

import java.util.Objects;
import java.util.Optional;

import org.springframework.http.HttpHeaders;

import com.foobar.web.account.AccountGoneException;
import com.foobar.web.account.ProfileConflictException;
import com.foobar.web.account.password.PasswordsBusyException;
import com.foobar.web.account.throttle.TooManyAttemptsException;
import com.foobar.web.forms.RejectedException;
import com.foobar.web.idempotency.KeyReusedException;
import com.foobar.web.story.CommentConflictException;
import com.foobar.web.story.EditConflictException;
import com.foobar.web.story.NotFoundException;
import com.foobar.web.story.NotTheAuthorException;

/** Finds the problem for the exceptions of the site's own services. */
final class ServiceProblems {

    private static final String BUSY_SECONDS = "1";

    private ServiceProblems() {}

    static Optional<ProblemException> of(Exception failure) {
        return Optional.ofNullable(switch (failure) {
            case RejectedException rejected -> rejected(rejected);
            case TooManyAttemptsException attempts -> new ProblemException(ProblemType.TOO_MANY_REQUESTS,
                    attempts.sentence())
                            .with(HttpHeaders.RETRY_AFTER, Long.toString(attempts.retrySeconds()));
            case PasswordsBusyException _ -> new ProblemException(ProblemType.UNAVAILABLE,
                    "Too many passwords are being checked at once. Nothing was changed; try again shortly.")
                            .with(HttpHeaders.RETRY_AFTER, BUSY_SECONDS);
            case AccountGoneException _ -> Problems.notSignedIn();
            case NotFoundException missing -> new ProblemException(ProblemType.NOT_FOUND,
                    Objects.requireNonNull(missing.getMessage()));
            case KeyReusedException _ -> new ProblemException(ProblemType.INVALID,
                    "Nothing was made: another request had this Idempotency-Key, or what this one made is gone since.")
                            .withParameter("Idempotency-Key", "Send a new key with a new request.");
            case NotTheAuthorException _ -> new ProblemException(ProblemType.FORBIDDEN, "Only its author may do this.");
            case EditConflictException _ -> ProblemException.outdated();
            case CommentConflictException _ -> ProblemException.outdated();
            case ProfileConflictException _ -> ProblemException.outdated();
            default -> null;
        });
    }

    private static ProblemException rejected(RejectedException rejected) {
        ProblemException problem = ProblemException.invalid();
        rejected.problems().forEach(problem::withField);
        return problem;
    }
}

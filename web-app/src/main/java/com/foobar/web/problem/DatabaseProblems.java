package com.foobar.web.problem;

import java.util.Optional;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;

import com.foobar.web.forms.DatabaseOutage;
import com.foobar.web.forms.UnstoredForm;
import com.foobar.web.schema.Schema;

/** Finds the problem for a failure of the database. */
final class DatabaseProblems {

    private final Schema schema;

    DatabaseProblems(Schema schema) {
        this.schema = schema;
    }

    Optional<ProblemException> of(Exception failure) {
        return Optional.ofNullable(switch (failure) {
            case OptimisticLockingFailureException _ -> ProblemException.outdated();
            case DataAccessException access when DatabaseOutage.caused(access) -> unavailable(failure);
            case InvalidDataAccessResourceUsageException _ when !schema.ready() -> unavailable(failure);
            default -> null;
        });
    }

    private static ProblemException unavailable(Exception failure) {
        return new ProblemException(ProblemType.UNAVAILABLE, DatabaseOutage.leftOutcomeUnknown(failure)
                ? "The connection to the database broke as this was being stored: look whether it was before you try "
                        + "again, or send the same request again with the same Idempotency-Key."
                : "The database cannot be reached or not be written to right now. Nothing was changed; try again "
                        + "shortly.")
                                .with(HttpHeaders.RETRY_AFTER, UnstoredForm.RETRY_SECONDS);
    }
}

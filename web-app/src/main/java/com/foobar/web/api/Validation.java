package com.foobar.web.api;

import java.util.Comparator;
import java.util.Set;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

import org.springframework.stereotype.Component;

import com.foobar.web.problem.ProblemException;

/** Validates what clients send against its constraints. */
@Component
class Validation {

    private static final String OF_ITEM = ".<list element>";

    private final Validator validator;

    Validation(Validator validator) {
        this.validator = validator;
    }

    /**
     * Returns the value if it is valid.
     *
     * @throws ProblemException with each field that is wrong, if the value is not valid
     */
    <T> T valid(T value) {
        Set<ConstraintViolation<T>> violations = validator.validate(value);
        if (violations.isEmpty()) {
            return value;
        }
        ProblemException problem = ProblemException.invalid();
        violations.stream().sorted(Comparator.comparing(Validation::field))
                .forEach(violation -> problem.withField(field(violation), violation.getMessage()));
        throw problem;
    }

    private static String field(ConstraintViolation<?> violation) {
        return violation.getPropertyPath().toString().replace(OF_ITEM, "");
    }
}

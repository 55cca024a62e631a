package com.foobar.web.api;

import java.util.Comparator;
import java.util.Set;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

import org.springframework.stereotype.Component;

import com.foobar.web.problem.ProblemException;

/** Holds what was sent against the constraints of what it becomes. */
@Component
class Validation {

    private static final String OF_ITEM = ".<list element>";

    private final Validator validator;

    Validation(Validator validator) {
        this.validator = validator;
    }

    /**
     * The same value.
     *
     * @throws ProblemException where it is not valid, with each field that is wrong
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

package com.foobar.web.problem;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import org.springframework.http.converter.HttpMessageNotReadableException;

/** Finds the problem for a body that is not the expected JSON, and says where in the body it is. */
final class JsonProblems {

    private JsonProblems() {}

    static ProblemException of(HttpMessageNotReadableException unreadable) {
        return switch (unreadable.getCause()) {
            case StreamConstraintsException _ -> new ProblemException(ProblemType.TOO_LARGE,
                    "A body has at most 1 MiB.");
            case StreamReadException syntax -> new ProblemException(ProblemType.MALFORMED_REQUEST,
                    "The body is not JSON, from line %d, column %d on.".formatted(syntax.getLocation().getLineNr(),
                            syntax.getLocation().getColumnNr()));
            case UnrecognizedPropertyException unknown -> invalid(path(unknown),
                    "There is no such field; there are " + known(unknown) + ".");
            case MismatchedInputException mismatch when !mismatch.getPath().isEmpty() -> invalid(path(mismatch),
                    "This must be " + expected(mismatch.getTargetType()) + ".");
            case null, default -> new ProblemException(ProblemType.MALFORMED_REQUEST,
                    "The body must be a JSON object.");
        };
    }

    private static ProblemException invalid(String field, String message) {
        return ProblemException.invalid().withField(field, message);
    }

    private static String path(JacksonException failure) {
        String path = failure.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]"
                        : "." + step.getPropertyName())
                .collect(Collectors.joining());
        return path.startsWith(".") ? path.substring(1) : path;
    }

    private static String known(UnrecognizedPropertyException unknown) {
        Collection<Object> names = Objects.requireNonNullElse(unknown.getKnownPropertyIds(), List.of());
        return names.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String expected(Class<?> type) {
        if (type == String.class) {
            return "a string";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a whole number";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(constant -> constant.toString().toLowerCase(
                    Locale.ROOT)).collect(Collectors.joining(", ", "one of ", ""));
        }
        return Collection.class.isAssignableFrom(type) ? "an array" : "an object";
    }
}

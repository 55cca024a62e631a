package com.foobar.web.problem;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A problem as the client receives it.
 *
 * @param instance the address that the client requested
 * @param errors the errors of single fields or parameters; if empty, left out of the JSON
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(String type, String title, int status, String detail, String instance, List<Fault> errors) {

    Problem {
        errors = List.copyOf(errors);
    }

    /**
     * The error in one part of the request.
     *
     * @param field the path of a field in the body, or null
     * @param parameter the name of a parameter or header, or null
     * @param message what is wrong, as a sentence
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fault(@Nullable String field, @Nullable String parameter, String message) {}
}

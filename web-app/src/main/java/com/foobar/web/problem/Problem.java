package com.foobar.web.problem;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it is sent.
 *
 * @param instance the address that was asked for
 * @param errors what is wrong with single fields or parameters; left out where there is none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(String type, String title, int status, String detail, String instance, List<Fault> errors) {

    Problem {
        errors = List.copyOf(errors);
    }

    /**
     * What is wrong with one part of the request.
     *
     * @param field the path of a field of the body, or null
     * @param parameter the name of a parameter or header, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fault(@Nullable String field, @Nullable String parameter, String message) {}
}

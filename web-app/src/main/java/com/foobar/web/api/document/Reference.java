package com.foobar.web.api.document;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** The OpenAPI document as the page about the API shows it. */
record Reference(String title, List<String> introduction, List<Group> groups, List<Problem> problems,
        List<Shape> shapes) {

    /** Operations that belong together. */
    record Group(String id, String name, String description, List<Operation> operations) {}

    /**
     * An operation of the API.
     *
     * @param method the HTTP method, in capitals
     * @param viewer whether only signed-in viewers may use the operation
     * @param body the shape of the request's body, or null if it has none
     * @param curl an example of a command line for the operation
     */
    record Operation(String id, String method, String path, String summary, @Nullable String description,
            boolean viewer, List<Parameter> parameters, @Nullable Shape body, List<Response> responses, Curl curl) {}

    /** A parameter in the path, the query or the headers. */
    record Parameter(String name, String place, boolean required, String type, String description) {}

    /**
     * A possible response.
     *
     * @param problem the code of its problem type, or null if the response is not a problem
     * @param shape the name of the schema of its body, or null
     */
    record Response(String status, String description, @Nullable String problem, @Nullable String shape) {}

    /**
     * The arguments of a curl command line.
     *
     * @param options each on its own line
     * @param address the address without the site's own, which the page puts before it
     */
    record Curl(List<String> options, String address) {}

    /** A problem type. */
    record Problem(String code, int status, String description) {}

    /** A schema: an object with its members. */
    record Shape(String name, String description, List<Field> fields) {}

    /**
     * A member of an object.
     *
     * @param shape the name of the schema of the member, or of each of its items; null if there is none
     */
    record Field(String name, boolean required, String type, @Nullable String shape, String description) {}
}

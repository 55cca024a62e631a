package com.foobar.web.api.document;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** The OpenAPI document as the page about the API shows it. */
record Reference(String title, List<String> introduction, List<Group> groups, List<Problem> problems,
        List<Shape> shapes) {

    /** Operations that belong together. */
    record Group(String id, String name, String description, List<Operation> operations) {}

    /**
     * Something that can be asked for.
     *
     * @param method in capitals
     * @param viewer whether it is for signed-in viewers only
     * @param body what is sent, or null
     * @param curl the arguments of a command line that does it; the site's address comes before the last
     */
    record Operation(String id, String method, String path, String summary, @Nullable String description,
            boolean viewer, List<Parameter> parameters, @Nullable Shape body, List<Answer> answers, Curl curl) {}

    /** A part of the address, the query or the headers. */
    record Parameter(String name, String place, boolean required, String type, String description) {}

    /**
     * A possible response.
     *
     * @param problem the code of the type of problem that it is, or null
     * @param shape the name of the schema of the body, or null
     */
    record Answer(String status, String description, @Nullable String problem, @Nullable String shape) {}

    /**
     * A command line.
     *
     * @param options each on its own line
     * @param address without the site's own
     */
    record Curl(List<String> options, String address) {}

    /** A type of problem. */
    record Problem(String code, int status, String description) {}

    /** The shape of a body. */
    record Shape(String name, String description, List<Field> fields) {}

    /**
     * A member of an object.
     *
     * @param shape the name of the schema that it, or each of its items, has, or null
     */
    record Field(String name, boolean required, String type, @Nullable String shape, String description) {}
}

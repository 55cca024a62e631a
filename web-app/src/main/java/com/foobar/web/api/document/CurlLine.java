package com.foobar.web.api.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import com.foobar.web.api.document.Reference.Curl;

/** Makes a curl command line for an operation, with the document's examples. */
final class CurlLine {

    private CurlLine() {}

    static Curl of(String method, String path, List<JsonNode> parameters, boolean viewer, JsonNode body) {
        List<String> options = new ArrayList<>();
        if (!"GET".equals(method) && !("POST".equals(method) && body.isObject())) {
            options.add("-X " + method);
        }
        if (viewer) {
            options.add("-H \"Authorization: Bearer $TOKEN\"");
        }
        String address = "/api/v1" + path;
        for (JsonNode parameter : parameters) {
            String name = parameter.path("name").asString();
            String example = parameter.path("example").asString("");
            if ("path".equals(parameter.path("in").asString())) {
                address = address.replace("{" + name + "}", example);
            } else if ("header".equals(parameter.path("in").asString())
                    && parameter.path("required").asBoolean(false)) {
                options.add("-H '" + name + ": " + example + "'");
            }
        }
        if (body.isObject()) {
            options.add("--json '" + body.toString().replace("'", "'\\''") + "'");
        }
        return new Curl(options, address + query(parameters));
    }

    private static String query(List<JsonNode> parameters) {
        String query = parameters.stream()
                .filter(parameter -> "query".equals(parameter.path("in").asString())
                        && parameter.path("required").asBoolean(false))
                .map(parameter -> parameter.path("name").asString() + "=" + parameter.path("example").asString())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}

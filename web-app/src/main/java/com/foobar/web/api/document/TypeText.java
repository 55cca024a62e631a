package com.foobar.web.api.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/** Describes in a few words which values a schema allows. */
final class TypeText {

    private TypeText() {}

    static String of(JsonNode schema) {
        if (schema.has("$ref")) {
            return name(schema);
        }
        if (schema.has("enum")) {
            return schema.path("enum").valueStream().map(JsonNode::asString).collect(Collectors.joining(" or "));
        }
        if (schema.has("items")) {
            return bounded("array of " + of(schema.path("items")), schema, "minItems", "maxItems", "items");
        }
        return switch (schema.path("type").asString("any value")) {
            case "string" -> "date-time".equals(schema.path("format").asString("")) ? "time, UTC"
                    : bounded("string", schema, "minLength", "maxLength", "characters");
            case "integer" -> bounded("integer", schema, "minimum", "maximum", "");
            case String other -> other;
        };
    }

    /** Returns the name of the schema that a node refers to. */
    static String name(JsonNode reference) {
        String target = reference.path("$ref").asString();
        return target.substring(target.lastIndexOf('/') + 1);
    }

    private static String bounded(String text, JsonNode schema, String least, String most, String unit) {
        List<String> bounds = new ArrayList<>();
        if (schema.path(least).asLong(0) > 0) {
            bounds.add("at least " + schema.path(least).asLong());
        }
        if (schema.has(most)) {
            bounds.add("at most " + schema.path(most).asLong());
        }
        return bounds.isEmpty() ? text : (text + ", " + String.join(", ", bounds) + " " + unit).strip();
    }
}

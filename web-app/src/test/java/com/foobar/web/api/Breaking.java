package com.foobar.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Creates values that a schema forbids, one for each of its constraints. */
final class Breaking {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Breaking() {}

    static List<JsonNode> values(JsonNode example, JsonNode schema) {
        List<Object> values = new ArrayList<>();
        values.add(example.isString() ? 7 : "of another type");
        if (schema.has("maxLength")) {
            values.add("x".repeat(schema.path("maxLength").asInt() + 1));
        }
        if (schema.path("minLength").asInt(0) > 0) {
            values.add("x".repeat(schema.path("minLength").asInt() - 1));
        }
        if (schema.has("pattern")) {
            values.add("no, not this");
        }
        if (schema.has("enum")) {
            values.add("unheard of");
        }
        if (schema.has("maximum")) {
            values.add(schema.path("maximum").asInt() + 1);
        }
        if (schema.has("minimum")) {
            values.add(schema.path("minimum").asInt() - 1);
        }
        if (schema.has("items")) {
            values.add(List.of("x".repeat(schema.at("/items/maxLength").asInt() + 1)));
            values.add(List.of(7));
        }
        if (schema.has("maxItems")) {
            values.add(IntStream.rangeClosed(0, schema.path("maxItems").asInt())
                    .mapToObj(number -> "tag" + number).toList());
        }
        return values.stream().<JsonNode> map(MAPPER::valueToTree).toList();
    }
}

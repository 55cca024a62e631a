package com.foobar.web.api.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import com.foobar.web.api.document.Reference.Field;
import com.foobar.web.api.document.Reference.Group;
import com.foobar.web.api.document.Reference.Operation;
import com.foobar.web.api.document.Reference.Parameter;
import com.foobar.web.api.document.Reference.Problem;
import com.foobar.web.api.document.Reference.Response;
import com.foobar.web.api.document.Reference.Shape;
import com.foobar.web.problem.ProblemType;

/** Makes the reference from the OpenAPI document. */
final class ReferenceReader {

    private static final String DESCRIPTION = "description";
    private static final String RESPONSES = "/components/responses/";

    private final OpenApiDocument document;

    private ReferenceReader(OpenApiDocument document) {
        this.document = document;
    }

    static Reference read(OpenApiDocument document) {
        return new ReferenceReader(document).reference();
    }

    private Reference reference() {
        JsonNode root = document.root();
        List<Operation> operations = root.path("paths").propertyStream().flatMap(this::operations).toList();
        List<Group> groups = root.path("tags").valueStream().map(tag -> group(tag, operations)).toList();
        List<Problem> problems = Arrays.stream(ProblemType.values()).map(type -> new Problem(type.code(),
                type.status().value(), root.at(RESPONSES + type.code()).path(DESCRIPTION).asString())).toList();
        List<Shape> shapes = root.at("/components/schemas").propertyStream()
                .map(schema -> shape(schema.getKey(), schema.getValue())).toList();
        return new Reference(root.at("/info/title").asString(),
                Arrays.asList(root.at("/info/description").asString().split("\n\n")), groups, problems, shapes);
    }

    private Group group(JsonNode tag, List<Operation> operations) {
        String name = tag.path("name").asString();
        List<Operation> own = operations.stream().filter(operation -> name.equals(tagOf(operation.id()))).toList();
        return new Group(name.toLowerCase(Locale.ROOT).replace(' ', '-'), name, tag.path(DESCRIPTION).asString(), own);
    }

    private String tagOf(String operation) {
        return document.root().path("paths").valueStream().flatMap(JsonNode::valueStream)
                .filter(node -> operation.equals(node.path("operationId").asString("")))
                .map(node -> node.at("/tags/0").asString()).findFirst().orElseThrow();
    }

    private Stream<Operation> operations(Map.Entry<String, JsonNode> path) {
        return path.getValue().propertyStream().filter(entry -> entry.getValue().has("operationId"))
                .map(entry -> operation(path, entry.getKey().toUpperCase(Locale.ROOT), entry.getValue()));
    }

    private Operation operation(Map.Entry<String, JsonNode> path, String method, JsonNode node) {
        List<JsonNode> parameters = Stream.of(path.getValue(), node)
                .flatMap(owner -> owner.path("parameters").valueStream()).map(document::resolve)
                .filter(parameter -> !"X-Database-Position".equals(parameter.path("name").asString())).toList();
        JsonNode schema = node.at("/requestBody/content/application~1json/schema");
        Shape body = schema.isMissingNode() ? null : shape(TypeText.name(schema), document.resolve(schema));
        boolean viewer = !node.has("security");
        JsonNode example = document.resolve(schema).at("/examples/0");
        return new Operation(node.path("operationId").asString(), method, path.getKey(),
                node.path("summary").asString(), text(node, DESCRIPTION), viewer,
                parameters.stream().map(ReferenceReader::parameter).toList(), body,
                node.path("responses").propertyStream().map(this::response).toList(),
                CurlLine.of(method, path.getKey(), parameters, viewer, example));
    }

    private static Parameter parameter(JsonNode node) {
        return new Parameter(node.path("name").asString(), node.path("in").asString(),
                node.path("required").asBoolean(false), TypeText.of(node.path("schema")),
                node.path(DESCRIPTION).asString());
    }

    private Response response(Map.Entry<String, JsonNode> entry) {
        JsonNode response = document.resolve(entry.getValue());
        JsonNode schema = response.at("/content/application~1json/schema");
        return new Response(entry.getKey(), response.path(DESCRIPTION).asString(),
                entry.getValue().has("$ref") ? TypeText.name(entry.getValue()) : null,
                schema.has("$ref") ? TypeText.name(schema) : null);
    }

    private static Shape shape(String name, JsonNode schema) {
        List<String> required = schema.path("required").valueStream().map(JsonNode::asString).toList();
        return new Shape(name, schema.path(DESCRIPTION).asString(), schema.path("properties").propertyStream()
                .map(field -> field(field.getKey(), field.getValue(), required.contains(field.getKey()))).toList());
    }

    private static Field field(String name, JsonNode schema, boolean required) {
        JsonNode reference = schema.has("items") ? schema.path("items") : schema;
        return new Field(name, required, TypeText.of(schema), reference.has("$ref") ? TypeText.name(reference) : null,
                schema.path(DESCRIPTION).asString(""));
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.has(field) ? node.path(field).asString() : null;
    }
}

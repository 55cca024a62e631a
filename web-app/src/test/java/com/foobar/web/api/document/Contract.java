package com.foobar.web.api.document;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Checks requests and responses against the OpenAPI document. It is stricter than clients have to be: a response may
 * contain only fields that the document describes.
 */
public final class Contract {

    private static final String BASE = "https://foobar.com/openapi.json";
    private static final String SERVER = "/api/v1";

    private final OpenApiDocument document = OpenApiDocument.load();
    private final SchemaRegistry registry;
    private final Set<String> seen = new ConcurrentSkipListSet<>();

    public Contract() {
        JsonNode strict = JsonMapper.shared().readTree(document.bytes());
        close(strict.at("/components/schemas"));
        registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder
                .schemas(Map.of(BASE, strict.toString()))
                .schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    }

    /** An operation of the document. */
    public record Operation(String id, String method, String path, JsonNode node) {

        public boolean documents(int status) {
            return node.at("/responses/" + status).isObject();
        }

        public Optional<String> bodySchema() {
            JsonNode schema = node.at("/requestBody/content/application~1json/schema");
            return schema.isMissingNode() ? Optional.empty() : Optional.of(TypeText.name(schema));
        }

        public boolean isPublic() {
            return node.has("security");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    public List<Operation> operations() {
        return document.root().path("paths").propertyStream()
                .flatMap(path -> path.getValue().propertyStream().filter(entry -> entry.getValue().has("operationId"))
                        .map(entry -> new Operation(entry.getValue().path("operationId").asString(),
                                entry.getKey().toUpperCase(Locale.ROOT), SERVER + path.getKey(),
                                entry.getValue())))
                .toList();
    }

    public Operation operation(String id) {
        return operations().stream().filter(operation -> operation.id().equals(id)).findFirst().orElseThrow();
    }

    /** Returns the example of a schema; each call returns a new copy. */
    public ObjectNode example(String schema) {
        return (ObjectNode) document.root().at("/components/schemas/" + schema + "/examples/0").deepCopy();
    }

    /** Returns a schema as it is in the document. */
    public JsonNode schema(String name) {
        return document.root().at("/components/schemas/" + name);
    }

    /** Returns the example of a parameter. */
    public String parameterExample(String name) {
        return document.root().at("/components/parameters/" + name + "/example").asString();
    }

    /** Returns the constraints of a schema that a value violates; empty if there are none. */
    public List<String> violations(String schema, JsonNode value) {
        return validate(registry.getSchema(SchemaLocation.of(BASE + "#/components/schemas/" + schema)), value);
    }

    /** Fails unless the document describes the response: its status, headers, type and body. */
    public void check(String method, String path, int status, HttpHeaders headers, String body) {
        String what = method + " " + path + " -> " + status + " " + body;
        JsonNode response = response(method, path, status).orElseThrow(
                () -> new AssertionError("The document has no such response: " + what));
        checkHeaders(what, response, headers);
        JsonNode content = response.path("content");
        if (content.isMissingNode()) {
            assertThat(body).as(what).isNullOrEmpty();
            return;
        }
        MediaType type = headers.getContentType();
        String documented = content.propertyNames().iterator().next();
        assertThat(type).as(what).isNotNull().satisfies(
                sent -> assertThat(sent.getType() + "/" + sent.getSubtype()).isEqualTo(documented));
        JsonNode schema = content.path(documented).path("schema");
        Schema validator = schema.has("$ref")
                ? registry.getSchema(SchemaLocation.of(BASE + schema.path("$ref").asString()))
                : registry.getSchema(schema);
        JsonNode value = JsonMapper.shared().readTree(body);
        assertThat(validate(validator, value)).as(what).isEmpty();
        if (value.has("status") && documented.equals(MediaType.APPLICATION_PROBLEM_JSON_VALUE)) {
            assertThat(value.path("status").asInt()).as(what).isEqualTo(status);
        }
    }

    /** Returns the documented responses that no test has received yet, except those with the given statuses. */
    public List<String> unseenBut(Set<String> statuses) {
        TreeSet<String> documented = new TreeSet<>();
        operations().forEach(operation -> operation.node().path("responses").propertyNames().stream()
                .filter(status -> !statuses.contains(status))
                .forEach(status -> documented.add(operation.id() + " " + status)));
        documented.removeAll(seen);
        return List.copyOf(documented);
    }

    private Optional<JsonNode> response(String method, String path, int status) {
        String plain = path.replaceFirst("\\?.*", "");
        List<Operation> candidates = operations().stream()
                .filter(operation -> new UriTemplate(operation.path()).matches(plain)).toList();
        if (candidates.isEmpty() && status == 404) {
            return Optional.of(document.root().at("/components/responses/not-found"));
        }
        String best = candidates.stream().map(Operation::path)
                .min((one, other) -> Integer.compare(variables(one), variables(other))).orElse("");
        Optional<Operation> operation = candidates.stream()
                .filter(candidate -> candidate.path().equals(best) && candidate.method().equals(method)).findFirst();
        if (operation.isEmpty() && status == 405) {
            return Optional.of(document.root().at("/components/responses/method-not-allowed"));
        }
        operation.ifPresent(found -> seen.add(found.id() + " " + status));
        return operation.map(found -> document.resolve(found.node().at("/responses/" + status)))
                .filter(JsonNode::isObject);
    }

    private static int variables(String path) {
        return new UriTemplate(path).getVariableNames().size();
    }

    private void checkHeaders(String what, JsonNode response, HttpHeaders headers) {
        response.path("headers").forEachEntry((name, reference) -> {
            JsonNode header = document.resolve(reference);
            String value = headers.getFirst(name);
            if (value == null) {
                assertThat(header.path("required").asBoolean(false)).as(name + " is missing: " + what).isFalse();
                return;
            }
            JsonNode schema = header.path("schema");
            JsonMapper mapper = JsonMapper.shared();
            JsonNode sent = "integer".equals(schema.path("type").asString()) ? mapper.readTree(value)
                    : mapper.valueToTree(value);
            assertThat(validate(registry.getSchema(schema), sent)).as(name + " of " + what).isEmpty();
        });
    }

    private static List<String> validate(Schema schema, JsonNode value) {
        return schema.validate(value).stream().map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .collect(Collectors.toList());
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        Stream<JsonNode> children = node.valueStream();
        children.forEach(Contract::close);
    }
}

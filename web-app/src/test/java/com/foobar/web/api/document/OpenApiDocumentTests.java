package com.foobar.web.api.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import com.foobar.web.problem.ProblemType;

import static org.assertj.core.api.Assertions.assertThat;

class OpenApiDocumentTests {

    private static final SchemaRegistry REGISTRY = SchemaRegistry
            .withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final OpenApiDocument document = OpenApiDocument.load();

    @Test
    void itIsAnOpenApiDocument() throws IOException {
        Schema schema;
        try (InputStream resource = getClass().getResourceAsStream("/api/openapi-3.1-schema.json")) {
            schema = REGISTRY.getSchema(resource);
        }

        assertThat(schema.validate(document.root())).isEmpty();
    }

    @Test
    void itsSchemasAreJsonSchemas() {
        Schema schema = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(
                document.root().at("/components/schemas").valueStream().flatMap(own -> schema.validate(own).stream()))
                        .isEmpty();
    }

    @Test
    void eachReferenceLeadsSomewhere() {
        assertThat(references(document.root()).filter(reference -> document.resolve(reference).isMissingNode()))
                .isEmpty();
    }

    @Test
    void nothingIsDescribedThatNothingRefersTo() {
        List<String> used = references(document.root()).map(reference -> reference.path("$ref").asString()).toList();

        Stream.of("schemas", "parameters", "headers").forEach(kind -> document.root().at("/components/" + kind)
                .propertyNames()
                .forEach(name -> assertThat(used).contains("#/components/" + kind + "/" + name)));
    }

    @Test
    void eachTypeOfProblemIsAResponse() {
        assertThat(document.root().at("/components/responses").propertyNames())
                .containsExactlyElementsOf(Arrays.stream(ProblemType.values()).map(ProblemType::code).toList());
    }

    @Test
    void eachExampleIsAsItsSchemaDemands() {
        Contract contract = new Contract();
        document.root().at("/components/schemas").forEachEntry((name, schema) -> schema.path("examples")
                .forEach(example -> assertThat(contract.violations(name, example)).as(name).isEmpty()));
    }

    @Test
    void eachBodyThatIsSentHasAnExampleAndNoOtherFields() {
        new Contract().operations().stream().flatMap(operation -> operation.bodySchema().stream())
                .forEach(name -> {
                    JsonNode schema = document.root().at("/components/schemas/" + name);
                    assertThat(schema.at("/examples/0").isObject()).as(name).isTrue();
                    assertThat(schema.path("additionalProperties").asBoolean(true)).as(name).isFalse();
                });
    }

    private static Stream<JsonNode> references(JsonNode node) {
        return Stream.concat(node.has("$ref") ? Stream.of(node) : Stream.empty(),
                node.valueStream().flatMap(OpenApiDocumentTests::references));
    }
}

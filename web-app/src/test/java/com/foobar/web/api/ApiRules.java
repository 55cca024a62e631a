package com.foobar.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;

import com.foobar.web.api.ApiClient.Answer;
import com.foobar.web.api.document.Contract.Operation;

import static com.foobar.replication.pair.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

/** The rules for every operation of the document. */
abstract class ApiRules extends ApiSetup {

    Stream<Operation> operations() {
        return contract.operations().stream();
    }

    private Stream<Operation> documenting(int status) {
        return operations().filter(operation -> operation.documents(status));
    }

    Stream<Operation> withBody() {
        return operations().filter(operation -> operation.bodySchema().isPresent());
    }

    Stream<Operation> refusingTokens() {
        return documenting(401);
    }

    @ParameterizedTest
    @MethodSource("refusingTokens")
    void aTokenThatIsNotGoodIsRefused(Operation operation) {
        ApiClient client = anybody.with("Authorization", "Bearer fbr_" + "x".repeat(43));

        assertProblem(send(client, operation), "not-signed-in");
        if (!operation.isPublic()) {
            assertProblem(send(anybody, operation), "not-signed-in");
        }
    }

    Stream<Operation> changing() {
        return operations().filter(operation -> !operation.method().equals("GET"));
    }

    @ParameterizedTest
    @MethodSource("changing")
    void aTokenThatMayOnlyReadChangesNothing(Operation operation) {
        Answer answer = send(ada.reader(), operation);

        assertProblem(answer, "forbidden");
        assertThat(answer.header("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"write\"");
    }

    @Test
    void aTokenThatMayOnlyReadReadsAll() {
        operations().filter(operation -> operation.method().equals("GET"))
                .forEach(operation -> assertThat(send(ada.reader(), operation).status()).as(operation.toString())
                        .isIn(200, 308, 404));
        assertThat(ada.reader().get("/api/v1/me/drafts").status()).isEqualTo(200);
    }

    Stream<Operation> withRepresentations() {
        return documenting(406);
    }

    @ParameterizedTest
    @MethodSource("withRepresentations")
    void whoAcceptsNoJsonGetsAProblem(Operation operation) {
        assertProblem(send(ada.client().with("Accept", "text/plain"), operation), "not-acceptable");
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void aBodyThatIsNoGoodJsonIsRefused(Operation operation) {
        ApiClient client = permitted(operation);
        String path = path(operation);

        assertProblem(client.with("Content-Type", "text/plain").send(operation.method(), path, "{}"),
                "unsupported-media-type");
        assertProblem(client.send(operation.method(), path, "{\"open\": "), "malformed-request");
        assertProblem(client.send(operation.method(), path, " ".repeat(1 << 20) + "{}"), "too-large");
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void whatTheSchemaForbidsIsRefusedByField(Operation operation) {
        String name = operation.bodySchema().orElseThrow();
        JsonNode shape = contract.schema(name);
        List<String> wrong = new ArrayList<>();
        shape.path("required").forEach(field -> expectField(operation, field.asString(),
                without(contract.example(name), field.asString()), wrong));
        shape.path("properties").forEachEntry((field, constraints) -> {
            for (JsonNode value : Breaking.values(contract.example(name).path(field), constraints)) {
                ObjectNode body = contract.example(name);
                body.set(field, value);
                assertThat(contract.violations(name, body)).as(field + " " + value).isNotEmpty();
                expectField(operation, field, body, wrong);
            }
        });
        expectField(operation, "unheardOf", contract.example(name).put("unheardOf", 1), wrong);
        assertThat(wrong).isEmpty();
    }

    private void expectField(Operation operation, String field, JsonNode body, List<String> wrong) {
        ApiClient client = permitted(operation).with("X-Forwarded-For", ApiUser.address());
        Answer answer = client.send(operation.method(), path(operation), body);
        List<String> named = answer.status() == 422 ? answer.body().path("errors").findValuesAsString("field")
                : List.of();
        if (named.stream().noneMatch(name -> name.equals(field) || name.startsWith(field + "["))) {
            wrong.add(field + ": " + answer.status() + " " + answer.text());
        }
    }

    Stream<Operation> conditionalOperations() {
        return documenting(428);
    }

    @ParameterizedTest
    @MethodSource("conditionalOperations")
    void aChangeSaysWhichVersionItIsBasedOn(Operation operation) {
        assertProblem(send(ada.client(), operation), "precondition-required");
        assertProblem(send(ada.client().with("If-Match", "\"stale\""), operation), "outdated");
        assertProblem(send(ada.client().with("If-Match", "stale"), operation), "malformed-request");
    }

    Stream<Operation> findingNothing() {
        return documenting(404).filter(operation -> operation.path().contains("{"));
    }

    @ParameterizedTest
    @MethodSource("findingNothing")
    void whatIsNotThereIsNotFound(Operation operation) {
        String path = operation.path().replaceAll("\\{(slug|username)}", "unheard-of").replaceAll("\\{\\w+}",
                "999999999");

        assertProblem(permitted(operation).send(operation.method(), path, body(operation)), "not-found");
        assertProblem(permitted(operation).send(operation.method(), path.replace("999999999", "x1"),
                body(operation)), "not-found");
    }

    Stream<Operation> lists() {
        return operations().filter(operation -> operation.method().equals("GET") && operation.documents(400));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aPageThatCannotBeIsRefusedByParameter(Operation operation) {
        String path = path(operation);
        String joint = path.contains("?") ? "&" : "?";
        for (String limit : List.of("0", "101", "many", "")) {
            Answer answer = ada.client().get(path + joint + "limit=" + limit);
            assertProblem(answer, "malformed-request");
            assertThat(answer.body().at("/errors/0/parameter").asString()).isEqualTo("limit");
        }
        if (!operation.id().equals("listTags")) {
            assertProblem(ada.client().get(path + joint + "after=nowhere"), "malformed-request");
        }
    }

    @Test
    void aSearchNamesItsWordsAndATagPagesByName() {
        assertThat(anybody.get("/api/v1/search").body().at("/errors/0/parameter").asString()).isEqualTo("q");
        assertThat(anybody.get("/api/v1/tags?after=nowhere").status()).isEqualTo(200);
    }

    @Test
    void anAddressHasTheDocumentedMethodsAndNoOthers() {
        operations().map(Operation::path).distinct().forEach(path -> {
            Set<String> documented = new TreeSet<>(operations().filter(operation -> operation.path().equals(path))
                    .map(Operation::method).toList());
            Answer answer = ada.client().send("PATCH", path(path), Map.of());
            assertProblem(answer, "method-not-allowed");
            assertThat(Set.of(answer.header("Allow").split(", "))).as(path).isEqualTo(documented);
        });
        assertProblem(ada.client().get("/api/v1/unheard-of"), "not-found");
        assertProblem(ada.client().post("/api/unheard-of", Map.of()), "not-found");
    }

    @Test
    void eachOperationHasAHandlerAndEachHandlerAnOperation() {
        Set<String> handled = new TreeSet<>();
        handlers.getHandlerMethods().forEach((mapping, handler) -> {
            if (isOfApi(handler)) {
                mapping.getPatternValues().forEach(path -> mapping.getMethodsCondition().getMethods()
                        .forEach(method -> handled.add(method + " " + path)));
            }
        });
        assertThat(handled).isEqualTo(new TreeSet<>(operations().map(Operation::toString).toList()));
    }

    private static boolean isOfApi(HandlerMethod handler) {
        return handler.getBeanType().getPackageName().startsWith("com.foobar.web.api")
                && handler.getBeanType()
                        .isAnnotationPresent(RestController.class);
    }

    @Test
    void whileThereIsNoPrimaryTheApiCanBeRead() {
        await().untilAsserted(() -> assertThat(anybody.get("/api/v1/stories/" + slug).status()).isEqualTo(200));
        pair.primary().cable().cut();

        assertThat(anybody.get("/api/v1/stories/" + slug).status()).isEqualTo(200);
        Answer answer = ada.client().post("/api/v1/stories", contract.example("NewStory"));
        assertProblem(answer, "unavailable");
    }

    @Test
    void whileNoDatabaseAnswersEachOperationSaysSo() {
        pair.primary().cable().cut();
        pair.replica().cable().cut();

        // In parallel, because each request waits for a database until its time is up.
        documenting(503).parallel()
                .forEach(operation -> assertProblem(send(permitted(operation), operation), "unavailable"));
        assertThat(anybody.get("/api/v1/openapi.json").status()).isEqualTo(200);
        assertThat(anybody.get("/api/v1/infrastructure").status()).isEqualTo(200);
        assertProblem(anybody.get("/api/v1/stories"), "unavailable");
    }

    private static ObjectNode without(ObjectNode body, String field) {
        body.remove(field);
        return body;
    }
}

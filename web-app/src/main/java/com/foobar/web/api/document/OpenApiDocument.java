package com.foobar.web.api.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The OpenAPI document. It is written by hand, and not generated from the handlers: the handlers are tested against it.
 */
final class OpenApiDocument {

    private static final String RESOURCE = "/api/openapi.json";

    private final byte[] bytes;
    private final JsonNode root;

    private OpenApiDocument(byte[] bytes) {
        this.bytes = bytes;
        this.root = JsonMapper.shared().readTree(bytes);
    }

    static OpenApiDocument load() {
        try (InputStream resource = Objects.requireNonNull(OpenApiDocument.class.getResourceAsStream(RESOURCE))) {
            return new OpenApiDocument(resource.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /**
     * Returns the entity tag of the document: a digest of its bytes, and so the same on each instance of the same
     * version.
     */
    String tag() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each Java runtime has SHA-256.", e);
        }
    }

    JsonNode root() {
        return root;
    }

    /** Returns a node, or the node that it refers to within the document. */
    JsonNode resolve(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isMissingNode() ? node : root.at(reference.asString().substring(1));
    }
}

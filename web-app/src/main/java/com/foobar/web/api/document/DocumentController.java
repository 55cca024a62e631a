package com.foobar.web.api.document;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the OpenAPI document to programs. */
@RestController
class DocumentController {

    private final byte[] bytes;
    private final String tag;

    DocumentController() {
        OpenApiDocument document = OpenApiDocument.load();
        this.bytes = document.bytes();
        this.tag = document.tag();
    }

    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> document() {
        return ResponseEntity.ok().eTag(tag).cacheControl(CacheControl.noCache()).body(bytes);
    }
}

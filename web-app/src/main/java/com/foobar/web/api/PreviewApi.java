package com.foobar.web.api;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import com.foobar.web.markdown.Markdown;
import com.foobar.web.story.StoryText;

/** Shows what a text will look like. */
@RestController
class PreviewApi {

    private final Markdown markdown;
    private final Checks checks;

    PreviewApi(Markdown markdown, Checks checks) {
        this.markdown = markdown;
        this.checks = checks;
    }

    /** A text to render; null where it was left out. */
    record Preview(@Nullable String body) {}

    /** A rendered text. */
    record Rendering(String html) {}

    @PostMapping(path = "/api/v1/preview", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Rendering> preview(@RequestBody Preview sent) {
        var text = new StoryText("A title that stands for any", sent.body(), null);
        return Answers.untagged(new Rendering(markdown.story(checks.valid(text).body())));
    }
}

package com.foobar.web.api;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import com.foobar.web.account.Viewer;
import com.foobar.web.markdown.Markdown;
import com.foobar.web.quota.Quotas;
import com.foobar.web.story.StoryText;

/** Renders the body of a story before the story is stored. */
@RestController
class PreviewApi {

    private final Markdown markdown;
    private final Validation checks;
    private final Quotas limits;

    PreviewApi(Markdown markdown, Validation checks, Quotas limits) {
        this.markdown = markdown;
        this.checks = checks;
        this.limits = limits;
    }

    /**
     * A text to render.
     *
     * @param body Markdown, or null if it was left out
     */
    record Preview(@Nullable String body) {}

    /** A rendered text. */
    record Rendering(String html) {}

    @PostMapping(path = "/api/v1/preview", consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Rendering> preview(@RequestBody Preview sent, @AuthenticationPrincipal Viewer viewer,
            HttpServletRequest request) {
        StoryText text = new StoryText("A title that stands for any", sent.body(), null);
        String body = checks.valid(text).body();
        return Responses.untagged(new Rendering(limits.preview(viewer, request.getRemoteAddr(),
                () -> markdown.story(body))));
    }
}
